import { ENVOY_CONTROLLER } from '../../facts/envoy-gateway';
import { closest, didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { GATEWAY, GATEWAY_CLASS, gatewaySpec } from './shapes';

export const classExists: Rule = {
  id: 'gateway/class-exists',
  category: 'reference',
  effect: 'No controller takes the Gateway: it stays Pending for ever, with "Waiting for controller".',
  source: 'Gateway API v1.6.1, GatewayClass; Envoy Gateway v1.9.0, internal/provider/kubernetes/predicates.go',
  check(cluster, report) {
    const classes = cluster.names(GATEWAY_CLASS);
    for (const entry of cluster.ofKind(GATEWAY)) {
      const { gatewayClassName = '' } = gatewaySpec(entry);
      if (classes.includes(gatewayClassName) || cluster.facts.externals?.gatewayClasses?.includes(gatewayClassName))
        continue;
      report(entry, {
        message: `${describe(entry.object)} is of the class "${gatewayClassName}", which nothing makes.${didYouMean(gatewayClassName, classes)}`,
        fix: 'Name a GatewayClass of this cluster, or list it under `externals.gatewayClasses`.',
        section: 'spec.gatewayClassName',
      });
    }
    for (const entry of cluster.ofKind(GATEWAY_CLASS)) {
      const { controllerName = '' } = (entry.object['spec'] ?? {}) as { controllerName?: string };
      if (controllerName === ENVOY_CONTROLLER || closest(controllerName, [ENVOY_CONTROLLER]) === undefined) continue;
      report(entry, {
        message: `${describe(entry.object)} names the controller "${controllerName}".${didYouMean(controllerName, [ENVOY_CONTROLLER])}`,
        fix: `Envoy Gateway answers to "${ENVOY_CONTROLLER}".`,
        section: 'spec.controllerName',
      });
    }
  },
};
