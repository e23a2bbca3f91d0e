import type { Finding } from '../finding';
import { isBuiltIn } from '../kinds';
import type { ClusterModel } from '../model';
import { definitionOf, type GroupKind } from '../object';
import { needsOf } from './needs';
import { kindsOf, namespacesOf } from './uses';

/** How applications wait for each other. */
export interface ApplicationGraph {
  /**
   * The wave of each application: 0 where nothing waits for it, else one less than the earliest that does. As late
   * as can be, so that an application that does not come up holds back only what waits for it.
   */
  readonly waves: ReadonlyMap<string, number>;
  /** Applications with custom resources whose definition another application brings. */
  readonly foreignKinds: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

/** What must be there first: what `dependsOn` says, and who defines the kinds that an application uses. */
export function graphOf(model: ClusterModel): ApplicationGraph {
  const providers = providersOf(model);
  const makers = namespaceMakers(model);
  const needs = new Map(model.applications.map((application) => [application, needsOf(application)]));
  const providing = new Map<string, string[]>();
  for (const [{ name }, { makes }] of needs) {
    for (const thing of makes) providing.set(thing, [...(providing.get(thing) ?? []), name]);
  }
  const foreignKinds = new Set<string>();
  const edges = new Map<string, Set<string>>();
  for (const application of model.applications) {
    const before = new Set(application.dependsOn);
    for (const kind of kindsOf(application)) {
      if (isBuiltIn(kind)) continue;
      const provider = providers.get(kind);
      if (provider === undefined || provider === application.name) continue;
      before.add(provider);
      foreignKinds.add(application.name);
    }
    // A namespace has to be there before what lives in it.
    for (const namespace of namespacesOf(application)) {
      const maker = makers.get(namespace);
      if (maker !== undefined && maker !== application.name) before.add(maker);
    }
    for (const thing of needs.get(application)?.wants ?? []) {
      for (const maker of providing.get(thing) ?? []) if (maker !== application.name) before.add(maker);
    }
    edges.set(application.name, before);
  }
  const findings: Finding[] = [];
  return { waves: wavesOf(edges, (cycle) => findings.push(cycleFinding(model, cycle))), foreignKinds, findings };
}

/** The application that brings each kind's CustomResourceDefinition. */
export function providersOf(model: ClusterModel): Map<GroupKind, string> {
  const providers = new Map<GroupKind, string>();
  for (const application of model.applications) {
    for (const kind of application.declares.crds ?? []) providers.set(kind, application.name);
    for (const { object } of application.objects) {
      const definition = definitionOf(object);
      if (definition) providers.set(definition.kind, application.name);
    }
  }
  return providers;
}

/** The application that makes each Namespace. */
function namespaceMakers(model: ClusterModel): Map<string, string> {
  const makers = new Map<string, string>();
  for (const { name, objects } of model.applications) {
    for (const { object } of objects) if (object.kind === 'Namespace') makers.set(object.metadata.name, name);
  }
  return makers;
}

/** Minus the longest path to what waits for each; a circle is told once, and its last edge ignored. */
function wavesOf(edges: ReadonlyMap<string, ReadonlySet<string>>, onCycle: (cycle: string[]) => void) {
  const waiting = new Map<string, string[]>();
  for (const [name, before] of edges) {
    for (const other of before) waiting.set(other, [...(waiting.get(other) ?? []), name]);
  }
  const waves = new Map<string, number>();
  const open: string[] = [];
  const visit = (name: string): number => {
    const known = waves.get(name);
    if (known !== undefined) return known;
    if (open.includes(name)) {
      onCycle([...open.slice(open.indexOf(name)), name].reverse());
      return 1;
    }
    open.push(name);
    const wave = Math.min(1, ...(waiting.get(name) ?? []).map(visit)) - 1;
    open.pop();
    waves.set(name, wave);
    return wave;
  };
  for (const name of edges.keys()) visit(name);
  return waves;
}

function cycleFinding(model: ClusterModel, cycle: readonly string[]): Finding {
  const first = model.applications.find((a) => a.name === cycle[0]);
  return {
    rule: 'argocd/dependency-cycle',
    severity: 'error',
    category: 'reference',
    cluster: model.name,
    path: `${model.name}/${first?.path ?? cycle[0]}`,
    message: `Applications wait for each other in a circle: ${cycle.join(' → ')}.`,
    effect: 'No order of sync waves fits, so Argo CD would start some of them before what they need.',
    fix: 'Take away one `dependsOn`, or move what both need into an application of its own.',
  };
}
