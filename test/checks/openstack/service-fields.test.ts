import { gardener } from '../../../constructs/gardener/gardener';
import { buildApp, raw, rulesOf } from '../../helpers/cluster';
import { EDGE, envoyObject, web } from '../../helpers/gateway';
import { type Fill, testRule } from '../../helpers/rule';

const balancer =
  (spec: object, annotations: Record<string, string> = {}): Fill =>
  (app) => {
    web(app);
    raw(app, 'lb', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'lb', annotations },
      spec: { type: 'LoadBalancer', selector: { app: 'web' }, ports: [{ port: 80 }], ...spec },
    });
  };
const local = balancer({ externalTrafficPolicy: 'Local' });

testRule(
  'openstack/service-fields',
  {
    wrong: [
      [
        'no node ports',
        balancer({ allocateLoadBalancerNodePorts: false }),
        'without node ports the load balancer has no members',
      ],
      ['Local without a monitor', local, 'traffic policy Local without a health monitor'],
      [
        'an EnvoyProxy, Local by default',
        (app) =>
          void envoyObject(app, 'EnvoyProxy', 'edge', {
            provider: { type: 'Kubernetes', kubernetes: { envoyService: {} } },
          }),
        'EnvoyProxy app/edge: traffic policy Local without a health monitor',
      ],
    ],
    right: {
      'a class: another controller’s': balancer({ loadBalancerClass: 'example.com/x', externalTrafficPolicy: 'Local' }),
      'with a monitor': balancer(
        { externalTrafficPolicy: 'Local' },
        { 'loadbalancer.openstack.org/enable-health-monitor': 'true' },
      ),
      'the policy Cluster': balancer({ externalTrafficPolicy: 'Cluster' }),
    },
  },
  { ...EDGE, platform: { name: 'own', infrastructure: 'openstack' } },
);

test('Gardener has a monitor by itself', () => {
  expect(rulesOf(buildApp(local, { ...EDGE, platform: gardener({ infrastructure: 'openstack' }) }))).toEqual([]);
});
