import { raw } from '../../helpers/cluster';
import { EDGE, gateway, route, web } from '../../helpers/gateway';
import { type Fill, testRule } from '../../helpers/rule';

const policy =
  (...from: readonly object[]): Fill =>
  (app) => {
    web(app);
    gateway(app);
    route(app, 'HTTPRoute', 'x');
    raw(app, 'policy', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'web' },
      spec: { podSelector: { matchLabels: { app: 'web' } }, policyTypes: ['Ingress'], ingress: [{ from }] },
    });
  };
const named = (name: string) => ({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } });

testRule(
  'gateway/backend-closed',
  {
    wrong: [
      ['its own namespace only', policy({ podSelector: {} }), 'let nobody in from envoy-gateway-system'],
      ['another namespace', policy(named('monitoring')), 'and the NetworkPolicies of its Pods (web) let nobody in'],
    ],
    right: {
      'the proxies’ namespace': policy(named('envoy-gateway-system')),
      everybody: policy(),
      addresses: policy({ ipBlock: { cidr: '10.0.0.0/8' } }),
    },
  },
  EDGE,
);
