import type { Finding } from '../finding';
import { isBuiltIn } from '../kinds';
import type { ClusterModel } from '../model';
import { definitionOf, type GroupKind } from '../object';
import { type Needs, needsOf } from './needs';
import { kindsOf, namespacesOf } from './uses';
import { type Edges, waitsFor, wavesOf } from './waves';

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

/** What must be there first: what `dependsOn` says, and what an application uses that another brings. */
export function graphOf(model: ClusterModel): ApplicationGraph {
  const needs = new Map(model.applications.map((application) => [application.name, needsOf(application)]));
  const { edges, foreignKinds } = hardEdges(model, needs);
  const makers = makersOf(needs);
  const prefer = (name: string, things: ReadonlySet<string>, isNeeded: (maker: string) => boolean): boolean => {
    let added = false;
    for (const thing of things) {
      for (const maker of makers.get(thing) ?? []) {
        // What is only better so must not make a circle.
        if (maker === name || edges.get(name)?.has(maker) || !isNeeded(maker) || waitsFor(edges, maker, name)) continue;
        edges.get(name)?.set(maker, thing);
        added = true;
      }
    }
    return added;
  };
  for (const [name, { prefers }] of needs) prefer(name, prefers, () => true);
  const findings: Finding[] = [];
  let waves = wavesOf(edges, (cycle) => findings.push(cycleFinding(model, cycle, edges)));
  // A route waits for its Gateway only where something else has made it earlier than that: a Gateway that waits for its
  // certificate would otherwise hold back whatever has a route.
  const isLater = (name: string) => (maker: string) => (waves.get(name) ?? 0) < (waves.get(maker) ?? 0);
  while ([...needs].filter(([name, { follows }]) => prefer(name, follows, isLater(name))).length > 0) {
    waves = wavesOf(edges, () => undefined);
  }
  return { waves, foreignKinds, findings };
}

/** What an application cannot be without, and why. */
function hardEdges(model: ClusterModel, needs: ReadonlyMap<string, Needs>) {
  const providers = providersOf(model);
  const namespaces = namespaceMakers(model);
  const makers = makersOf(needs);
  const foreignKinds = new Set<string>();
  const edges: Edges = new Map();
  for (const application of model.applications) {
    const before = new Map(application.dependsOn.map((name) => [name, 'dependsOn']));
    const wait = (name: string | undefined, why: string) => {
      if (name !== undefined && name !== application.name && !before.has(name)) before.set(name, why);
    };
    for (const kind of kindsOf(application)) {
      const provider = isBuiltIn(kind) ? undefined : providers.get(kind);
      if (provider !== undefined && provider !== application.name) foreignKinds.add(application.name);
      wait(provider, `the kind ${kind}`);
    }
    // A namespace has to be there before what lives in it.
    for (const namespace of namespacesOf(application)) wait(namespaces.get(namespace), `Namespace ${namespace}`);
    for (const thing of needs.get(application.name)?.wants ?? []) {
      for (const maker of makers.get(thing) ?? []) wait(maker, thing);
    }
    edges.set(application.name, before);
  }
  return { edges, foreignKinds };
}

/** The applications that make each thing. */
function makersOf(needs: ReadonlyMap<string, Needs>): Map<string, string[]> {
  const makers = new Map<string, string[]>();
  for (const [name, { makes }] of needs) {
    for (const thing of makes) makers.set(thing, [...(makers.get(thing) ?? []), name]);
  }
  return makers;
}

/** The application that brings each kind's CustomResourceDefinition. */
export function providersOf(model: ClusterModel): ReadonlyMap<GroupKind, string> {
  const found = knownProviders.get(model) ?? findProviders(model);
  knownProviders.set(model, found);
  return found;
}

/** Waves and several rules ask. */
const knownProviders = new WeakMap<ClusterModel, ReadonlyMap<GroupKind, string>>();

function findProviders(model: ClusterModel): Map<GroupKind, string> {
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

function cycleFinding(model: ClusterModel, cycle: readonly string[], edges: Edges): Finding {
  const first = model.applications.find((a) => a.name === cycle[0]);
  const reasons = cycle
    .slice(1)
    .map((before, i) => `${cycle[i]} waits for ${before} (${edges.get(cycle[i] ?? '')?.get(before)})`);
  return {
    rule: 'argocd/dependency-cycle',
    severity: 'error',
    category: 'reference',
    cluster: model.name,
    path: `${model.name}/${first?.path ?? cycle[0]}`,
    message: `Applications wait for each other in a circle: ${cycle.join(' → ')}: ${reasons.join(', ')}.`,
    effect: 'No order of sync waves fits, so Argo CD would start some of them before what they need.',
    fix: 'Take away one `dependsOn`, or move what both need into an application of its own.',
  };
}
