import { ENVOY_GATEWAY_GROUP } from '../../facts/envoy-gateway';
import { GATEWAY_API_GROUP } from '../../facts/gateway-api';
import type { Entry } from '../../fleet/model';
import type { ClusterView } from '../cluster-view';
import { gatewaySpec, type Reference, routeSpec } from '../gateway/shapes';
import { memo } from '../memo';

export const POLICY_KINDS = ['ClientTrafficPolicy', 'BackendTrafficPolicy', 'SecurityPolicy'] as const;

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

function sectionsOf(target: Entry): string[] {
  const named =
    target.object.kind === 'Gateway' || target.object.kind === 'ListenerSet'
      ? gatewaySpec(target).listeners
      : routeSpec(target).rules;
  return (named ?? []).flatMap(({ name }) => name ?? []);
}
