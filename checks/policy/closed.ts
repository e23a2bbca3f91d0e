import { describe, type KubeObject } from '../../fleet/object';
import type { LabelSelector } from '../../imports/k8s';
import type { ClusterView } from '../cluster-view';
import { type Fields, listAt, mapAt } from '../fields';
import { backendsOf } from '../gateway/backends';
import { selects } from '../label-selector';
import type { Rule } from '../rule';
import { podsWith } from '../selected-pods';
import { specOf } from '../spec-of';
import type { Admission } from './evaluation/admission';
import { unmetCondition } from './evaluation/cel-policy';
import { type Named, scopeOf } from './evaluation/cel-scope';
import { matches } from './evaluation/match-constraints';
import { Undecidable } from './evaluation/verdict';
import { surroundingsOf } from './surroundings';

const POLICY = 'policies.kyverno.io/GeneratingPolicy';

export const closed: Rule = {
  id: 'policy/closed',
  holds: 'what a route sends to is not shut by a NetworkPolicy that a policy makes',
  category: 'reference',
  effect: 'Every request times out: what comes in is denied where no NetworkPolicy allows it.',
  source: 'Kubernetes v1.36, networking.k8s.io/v1: isolated Pods; Kyverno v1.19.0, GeneratingPolicy',
  check(cluster, report) {
    const denials = [...cluster.ofKind(POLICY)].filter(({ object }) => deniesIngress(object));
    if (denials.length === 0) return;
    const told = new Set<string>();
    for (const { route, service, namespace } of backendsOf(cluster)) {
      if (!service || told.has(`${namespace}/${service.object.metadata.name}`)) continue;
      const home = cluster.find('Namespace', undefined, namespace)?.object;
      const denial = home && denials.find(({ object }) => isFor(object, home, cluster));
      if (!denial || isOpened(cluster, namespace, service.object)) continue;
      told.add(`${namespace}/${service.object.metadata.name}`);
      report(service, {
        message: `${describe(service.object)} takes what ${describe(route.object)} sends, and the NetworkPolicy that ${denial.object.kind} "${denial.object.metadata.name}" makes in ${namespace} lets nothing in.`,
        fix: 'Write a NetworkPolicy for its Pods that lets the Gateway’s proxies in, or say `openTraffic` on the Namespace.',
        section: 'spec.selector',
      });
    }
  },
};

/** All Pods, as an expression writes it, with and without Kyverno’s `dyn`. */
const ALL_PODS = /podSelector[^\w{]*(?:dyn\()?\{\s*\}/;

/** Whether a policy makes, in the Namespace that it is for, a NetworkPolicy for all Pods that lets nothing in. */
function deniesIngress(policy: KubeObject): boolean {
  const texts = (listAt(policy['spec'] as Fields, 'generate') as readonly { readonly expression?: unknown }[]).map(
    ({ expression }) => String(expression),
  );
  return texts.some(
    (text) =>
      text.includes('generator.Apply(object.metadata.name') &&
      text.includes('NetworkPolicy') &&
      text.includes('"Ingress"') &&
      !/"ingress"/.test(text) &&
      ALL_PODS.test(text),
  );
}

function isFor(policy: KubeObject, namespace: KubeObject, cluster: ClusterView): boolean {
  const spec = policy['spec'] as Fields;
  const admission: Admission = { object: namespace, cluster: surroundingsOf(cluster) };
  const matchConditions = listAt(spec, 'matchConditions') as readonly Named[];
  try {
    return (
      matches(mapAt(spec, 'matchConstraints') ?? {}, admission) &&
      unmetCondition({ matchConditions, failurePolicy: 'Fail' }, scopeOf({}, admission)) === undefined
    );
  } catch (error) {
    if (error instanceof Undecidable) return false;
    throw error;
  }
}

/** Whether a NetworkPolicy is for the Pods of a Service, and lets something in; Pods that nobody sees here are not judged. */
function isOpened(cluster: ClusterView, namespace: string, service: KubeObject): boolean {
  const selector = mapAt(service['spec'] as Fields, 'selector') as Readonly<Record<string, string>> | undefined;
  if (!selector) return true;
  const openings = cluster
    .ofKindIn('networking.k8s.io/NetworkPolicy', namespace)
    .map((entry) => specOf<Fields>(entry))
    .filter((spec) => listAt(spec, 'ingress').length > 0);
  const pods = podsWith(cluster, namespace, selector);
  return pods.every(({ labels }) =>
    openings.some((spec) => selects(mapAt(spec, 'podSelector') as LabelSelector, labels)),
  );
}
