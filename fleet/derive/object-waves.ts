import type { ApplicationModel } from '../model';
import { annotate, SYNC_WAVE } from './annotations';

/**
 * Sync waves for objects inside an application, from `a.node.addDependency(b)` between constructs. Argo CD's own
 * order by kind does for most; objects that nothing was said about keep it, in wave 0.
 */
export function orderObjects(application: ApplicationModel): void {
  if (application.order.length === 0) return;
  const wave = wavesOf(application.order);
  for (const { object, path } of application.objects) {
    const level = Math.max(0, ...[...wave].filter(([at]) => isBelow(path, at)).map(([, w]) => w));
    const said = object.metadata.annotations?.[SYNC_WAVE] !== undefined;
    if (level > 0 && !said) annotate(object, SYNC_WAVE, String(level));
  }
}

function wavesOf(order: readonly (readonly [string, string])[]): Map<string, number> {
  const waves = new Map<string, number>();
  // At most one round for each edge; a circle just stops there, cdk8s refuses it when it is made.
  for (let round = 0, changed = true; changed && round <= order.length; round++) {
    changed = false;
    for (const [after, before] of order) {
      const least = Math.max(0, ...[...waves].filter(([at]) => related(at, before)).map(([, w]) => w)) + 1;
      if ((waves.get(after) ?? 0) < least) {
        waves.set(after, least);
        changed = true;
      }
    }
  }
  return waves;
}

const isBelow = (path: string, at: string) => path === at || path.startsWith(`${at}/`);
const related = (a: string, b: string) => isBelow(a, b) || isBelow(b, a);
