import type { Finding } from '../finding';
import type { ApplicationModel } from '../model';
import { annotate, SYNC_WAVE } from './annotations';

/**
 * Sync waves for objects inside an application, from `a.node.addDependency(b)` between constructs. Argo CD's own
 * order by kind does for most; objects that nothing was said about keep it, in wave 0.
 */
export function orderObjects(application: ApplicationModel, cluster: string): Finding[] {
  const findings = application.order.length === 0 ? [] : followOrder(application, cluster);
  putNamespacesFirst(application);
  return findings;
}

/** A Namespace comes no later than the first object in it. */
function putNamespacesFirst({ objects }: ApplicationModel): void {
  const first = new Map<string, number>();
  for (const { object } of objects) {
    const { namespace, annotations } = object.metadata;
    const wave = Number(annotations?.[SYNC_WAVE] ?? 0);
    if (namespace !== undefined && wave < (first.get(namespace) ?? 0)) first.set(namespace, wave);
  }
  if (first.size === 0) return;
  for (const { object } of objects) {
    const wave = object.kind === 'Namespace' ? first.get(object.metadata.name) : undefined;
    if (wave !== undefined && wave < Number(object.metadata.annotations?.[SYNC_WAVE] ?? 0)) {
      annotate(object, SYNC_WAVE, String(wave));
    }
  }
}

function followOrder(application: ApplicationModel, cluster: string): Finding[] {
  const { waves: wave, circle } = wavesOf(application.order);
  if (circle !== undefined) return [circleFinding(circle, cluster)];
  for (const { object, path } of application.objects) {
    const level = Math.max(0, ...[...wave].filter(([at]) => isBelow(path, at)).map(([, w]) => w));
    const said = object.metadata.annotations?.[SYNC_WAVE] !== undefined;
    if (level > 0 && !said) annotate(object, SYNC_WAVE, String(level));
  }
  return [];
}

function wavesOf(order: readonly (readonly [string, string])[]): { waves: Map<string, number>; circle?: string } {
  const waves = new Map<string, number>();
  // One round for each edge is enough for any order; what still moves then moves for ever.
  for (let round = 0; round <= order.length; round++) {
    let moved: string | undefined;
    for (const [after, before] of order) {
      const least = Math.max(0, ...[...waves].filter(([at]) => related(at, before)).map(([, w]) => w)) + 1;
      if ((waves.get(after) ?? 0) < least) {
        waves.set(after, least);
        moved = after;
      }
    }
    if (moved === undefined) return { waves };
    if (round === order.length) return { waves, circle: moved };
  }
  return { waves };
}

function circleFinding(path: string, cluster: string): Finding {
  return {
    rule: 'argocd/dependency-cycle',
    severity: 'error',
    category: 'reference',
    cluster,
    path: `${cluster}/${path}`,
    message: `Constructs wait for each other in a circle, ${path} among them.`,
    effect: 'No order of sync waves fits.',
    fix: 'Take away one `node.addDependency`.',
  };
}

const isBelow = (path: string, at: string) => path === at || path.startsWith(`${at}/`);
const related = (a: string, b: string) => isBelow(a, b) || isBelow(b, a);
