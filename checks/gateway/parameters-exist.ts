import { ENVOY_GATEWAY_GROUP } from '../../facts/envoy-gateway';
import { didYouMean } from '../../fleet/did-you-mean';
import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { GATEWAY, GATEWAY_CLASS, gatewaySpec, type Reference } from './shapes';

const ENVOY_PROXY = `${ENVOY_GATEWAY_GROUP}/EnvoyProxy`;

export const parametersExist: Rule = {
  id: 'gateway/parameters-exist',
  holds: 'the settings that a class or Gateway refers to are there',
  category: 'reference',
  effect:
    'The controller refuses it: Accepted=False, InvalidParameters. A class that is refused fails all its Gateways.',
  source: 'Envoy Gateway v1.9.0, internal/provider/kubernetes/controller.go: processParamsRef',
  disagrees:
    'In a clean case of Envoy Gateway’s translator tests (v1.9.0) a Gateway without its EnvoyProxy keeps its old state; the controller before the translator sets InvalidParameters.',
  check(cluster, report) {
    const check = (entry: Entry, ref: Reference | undefined, namespace: string | undefined, at: string) => {
      if (!ref || ref.group !== ENVOY_GATEWAY_GROUP) return;
      const found = ref.kind === 'EnvoyProxy' && cluster.find(ENVOY_PROXY, namespace, ref.name ?? '');
      if (found) return;
      const there = cluster.names(ENVOY_PROXY, namespace);
      report(entry, {
        message: `${describe(entry.object)} takes its settings from ${ref.kind} ${namespace}/${ref.name}, which nothing makes.${didYouMean(ref.name ?? '', there)}`,
        fix: at.startsWith('spec.infra')
          ? "Name an EnvoyProxy of the Gateway's own namespace."
          : 'Name an EnvoyProxy with its namespace; without one the controller looks in "default".',
        section: at,
      });
    };
    for (const entry of cluster.ofKind(GATEWAY)) {
      const ref = gatewaySpec(entry).infrastructure?.parametersRef;
      check(entry, ref, entry.object.metadata.namespace, 'spec.infrastructure.parametersRef');
    }
    for (const entry of cluster.ofKind(GATEWAY_CLASS)) {
      const { parametersRef: ref } = (entry.object['spec'] ?? {}) as { parametersRef?: Reference };
      check(entry, ref, ref?.namespace ?? 'default', 'spec.parametersRef');
    }
  },
};
