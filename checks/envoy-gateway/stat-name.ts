import { didYouMean } from '../../fleet/did-you-mean';
import { type FieldProblem, mapAt, textAt } from '../fields';
import type { Rule } from '../rule';
import { policiesOf, refused } from './policies';
import { refusedProxy } from './proxy-users';
import { ENVOY_PROXY } from './settings';

const OF_ROUTES = ['%ROUTE_NAME%', '%ROUTE_NAMESPACE%', '%ROUTE_KIND%', '%ROUTE_RULE_NAME%'];
const OF_CLUSTERS = [...OF_ROUTES, '%ROUTE_RULE_NUMBER%', '%BACKEND_REFS%'];

export const statName: Rule = {
  id: 'envoy-gateway/stat-name',
  holds: 'names of statistics use the operators that there are',
  effect: 'The policy is Invalid, or the EnvoyProxy InvalidParameters: nothing of it holds.',
  source: 'Envoy Gateway v1.9.0, api/v1alpha1/validation/envoyproxy_validate.go: validateStatName',
  check(cluster, report) {
    for (const { policy, spec } of policiesOf(cluster, 'BackendTrafficPolicy')) {
      const name = textAt(mapAt(mapAt(spec, 'telemetry'), 'metrics'), 'routeStatName');
      const problem = problemOf(name, OF_ROUTES, 'spec.telemetry.metrics.routeStatName');
      if (problem) report(policy, refused(cluster, policy, problem));
    }
    for (const proxy of cluster.ofKind(ENVOY_PROXY)) {
      const telemetry = mapAt(mapAt(proxy.object, 'spec'), 'telemetry');
      const name = textAt(mapAt(telemetry, 'metrics'), 'clusterStatName');
      const problem = problemOf(name, OF_CLUSTERS, 'spec.telemetry.metrics.clusterStatName');
      if (problem) report(proxy, refusedProxy(cluster, proxy, problem));
    }
  },
};

function problemOf(name: string, known: readonly string[], at: string): FieldProblem | undefined {
  const operators = name.match(/%[^%]*%/g) ?? (name.includes('%') ? [name] : []);
  const wrong = operators.find((operator) => !known.includes(operator));
  if (wrong === undefined) return undefined;
  return {
    at,
    what: `names statistics by "${wrong}"${didYouMean(wrong, known)}`,
    fix: `What is known: ${known.join(', ')}.`,
  };
}
