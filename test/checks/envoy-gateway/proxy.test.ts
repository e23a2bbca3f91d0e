import { EDGE, envoyObject } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const kubernetes = (kubernetes: object) => (app: Parameters<typeof envoyObject>[0]) =>
  void envoyObject(app, 'EnvoyProxy', 'edge', { provider: { type: 'Kubernetes', kubernetes } });

testRule(
  'envoy-gateway/proxy',
  {
    wrong: [
      [
        'no provider',
        (app) => void envoyObject(app, 'EnvoyProxy', 'edge', { provider: {} }),
        'does not say its provider',
      ],
      ['both', kubernetes({ envoyDeployment: {}, envoyDaemonSet: {} }), 'wants a Deployment and a DaemonSet'],
      ['scaling', kubernetes({ envoyDaemonSet: {}, envoyHpa: { maxReplicas: 3 } }), 'scales a DaemonSet'],
      ['an empty budget', kubernetes({ envoyPDB: {} }), 'not exactly one of minAvailable and maxUnavailable'],
      [
        'an address without a load balancer',
        kubernetes({ envoyService: { type: 'ClusterIP', loadBalancerIP: '192.0.2.1' } }),
        'says loadBalancerIP for a Service of type ClusterIP',
      ],
      ['IPv6', kubernetes({ envoyService: { loadBalancerIP: '2001:db8::1' } }), 'wants the address 2001:db8::1'],
    ],
    right: {
      usual: kubernetes({
        envoyDeployment: { replicas: 2 },
        envoyPDB: { minAvailable: 1 },
        envoyService: { loadBalancerIP: '192.0.2.1' },
      }),
    },
  },
  EDGE,
);
