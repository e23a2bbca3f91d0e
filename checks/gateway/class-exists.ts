import { distance } from 'fastest-levenshtein';
import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import { controllerOf } from '../envoy-gateway/settings';
import type { Rule } from '../rule';
import { GATEWAY, GATEWAY_CLASS, gatewaySpec } from './shapes';

/** More than that, and it is another controller. */
const SLIPS = 3;

export const classExists: Rule = {
  id: 'gateway/class-exists',
  holds: 'a Gateway’s class is there, and a class names a controller by its right name',
  category: 'reference',
  effect: 'No controller takes the Gateway: it stays Pending for ever, with "Waiting for controller".',
  source: 'Gateway API v1.6.1, GatewayClass; Envoy Gateway v1.9.0, internal/provider/kubernetes/predicates.go',
  disagrees:
    'In a clean case of Envoy Gateway’s translator tests (v1.9.0) a Gateway is of another controller’s class, which is not in the folder: declare it by `--external`, or by `external("GatewayClass", …)`.',
  check(cluster, report) {
    const classes = cluster.names(GATEWAY_CLASS);
    for (const entry of cluster.ofKind(GATEWAY)) {
      const { gatewayClassName = '' } = gatewaySpec(entry);
      if (classes.includes(gatewayClassName) || cluster.facts.externals?.gatewayClasses?.includes(gatewayClassName))
        continue;
      report(entry, {
        message: `${describe(entry.object)} is of the class "${gatewayClassName}", which nothing makes.${didYouMean(gatewayClassName, classes)}`,
        fix: 'Name a GatewayClass of this cluster, or declare it by `external("GatewayClass", …)`.',
        section: 'spec.gatewayClassName',
      });
    }
    for (const entry of cluster.ofKind(GATEWAY_CLASS)) {
      const { controllerName = '' } = (entry.object['spec'] ?? {}) as { controllerName?: string };
      const known = controllerOf(cluster);
      if (controllerName === known || distance(controllerName, known) > SLIPS) continue;
      report(entry, {
        message: `${describe(entry.object)} names the controller "${controllerName}". Did you mean "${known}"?`,
        fix: `Envoy Gateway answers to "${known}".`,
        section: 'spec.controllerName',
      });
    }
  },
};
