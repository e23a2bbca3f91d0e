import { EDGE, policyFor, proxyWith } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const route = (routeStatName: string) =>
  policyFor('BackendTrafficPolicy', { telemetry: { metrics: { routeStatName } } });
const clusters = (clusterStatName: string) => proxyWith({ telemetry: { metrics: { clusterStatName } } });

testRule(
  'envoy-gateway/stat-name',
  {
    wrong: [
      ['a slip', route('%ROUTE_NMAE%'), 'names statistics by "%ROUTE_NMAE%". Did you mean "%ROUTE_NAME%"?'],
      ['half a name', route('a%b'), 'names statistics by "a%b"'],
      ['an EnvoyProxy’s', clusters('%CLUSTER%'), 'names statistics by "%CLUSTER%"'],
    ],
    right: { 'a route’s': route('%ROUTE_NAMESPACE%/%ROUTE_NAME%'), 'a backend’s': clusters('%BACKEND_REFS%') },
  },
  EDGE,
);
