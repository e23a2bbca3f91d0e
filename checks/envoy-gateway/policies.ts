import { ENVOY_GATEWAY_GROUP } from '../../facts/envoy-gateway';
import { GATEWAY_API_GROUP } from '../../facts/gateway-api';
import type { Entry } from '../../fleet/model';
import type { ClusterView } from '../cluster-view';
import { type FieldProblem, type Fields, mapAt, textAt } from '../fields';
import { attachmentsOf } from '../gateway/attachments';
import { gatewaySpec, type Reference, routeSpec } from '../gateway/shapes';
import { memo } from '../memo';
import type { Violation } from '../rule';
import { violation } from '../violation';

export const POLICY_KINDS = [
  'ClientTrafficPolicy',
  'BackendTrafficPolicy',
  'SecurityPolicy',
  'EnvoyExtensionPolicy',
] as const;

/** A policy and one thing that it is for. */
export interface PolicyTarget {
  readonly policy: Entry;
  readonly ref: Reference & { readonly sectionName?: string };
  /** The object, if it is of this cluster. */
  readonly target: Entry | undefined;
  /** Names that a section can have there: listeners of a Gateway, named rules of a route. */
  readonly sections: readonly string[];
}

/** What Envoy Gateway's policies are for; the targets of selectors are not among them. */
export const policyTargetsOf = memo((cluster): readonly PolicyTarget[] => find(cluster));

interface PolicySpec {
  readonly targetRef?: PolicyTarget['ref'];
  readonly targetRefs?: readonly PolicyTarget['ref'][];
}

function find(cluster: ClusterView): PolicyTarget[] {
  const targets: PolicyTarget[] = [];
  for (const kind of POLICY_KINDS) {
    for (const policy of cluster.ofKind(`${ENVOY_GATEWAY_GROUP}/${kind}`)) {
      const { targetRef, targetRefs = [] } = (policy.object['spec'] ?? {}) as PolicySpec;
      for (const ref of targetRef ? [targetRef] : targetRefs) {
        const target = cluster.find(
          `${ref.group ?? GATEWAY_API_GROUP}/${ref.kind}`,
          policy.object.metadata.namespace,
          ref.name ?? '',
        );
        targets.push({ policy, ref, target, sections: target ? sectionsOf(target) : [] });
      }
    }
  }
  return targets;
}

/** Policies of a kind, and what they say. */
export function* policiesOf(cluster: ClusterView, kind: (typeof POLICY_KINDS)[number]): Iterable<Policy> {
  for (const policy of cluster.ofKind(`${ENVOY_GATEWAY_GROUP}/${kind}`)) {
    yield { policy, spec: mapAt(policy.object, 'spec') ?? {}, namespace: policy.object.metadata.namespace ?? '' };
  }
}

export interface Policy {
  readonly policy: Entry;
  readonly spec: Fields;
  readonly namespace: string;
}

/** A policy that the controller refuses, as a rule reports it. What merges with it is refused as well. */
export function refused(cluster: ClusterView, policy: Entry, problem: FieldProblem): Violation {
  const also = mergingWith(cluster, policy).map((entry) => ({ entry, reason: 'Invalid' }));
  return violation(policy, { ...problem, reason: 'Invalid', also });
}

/** The policies of routes that take over what a policy says of their Gateway. */
function mergingWith(cluster: ClusterView, policy: Entry): Entry[] {
  const all = policyTargetsOf(cluster);
  const owners = all.filter((t) => t.policy === policy).flatMap(({ target }) => target ?? []);
  const merging = all.filter(
    ({ policy: other }) => other.object.kind === policy.object.kind && textAt(mapAt(other.object, 'spec'), 'mergeType'),
  );
  if (owners.length === 0 || merging.length === 0) return [];
  const below = attachmentsOf(cluster).filter(({ parent }) => parent && owners.includes(parent));
  return merging.filter(({ target }) => below.some(({ route }) => route === target)).map(({ policy: other }) => other);
}

function sectionsOf(target: Entry): string[] {
  const named =
    target.object.kind === 'Gateway' || target.object.kind === 'ListenerSet'
      ? gatewaySpec(target).listeners
      : routeSpec(target).rules;
  return (named ?? []).flatMap(({ name }) => name ?? []);
}
