import { gardener } from '../../../constructs/gardener/gardener';
import { EDGE, envoyObject, gateway, HTTP, TCP } from '../../helpers/gateway';
import { type Fill, testRule } from '../../helpers/rule';

const edge =
  (sends: boolean, ...sections: (string | undefined)[]): Fill =>
  (app) => {
    const annotations = sends ? { 'loadbalancer.openstack.org/proxy-protocol': 'v2' } : {};
    envoyObject(app, 'EnvoyProxy', 'edge', {
      provider: { type: 'Kubernetes', kubernetes: { envoyService: { annotations } } },
    });
    gateway(app, [HTTP, TCP], {
      infrastructure: { parametersRef: { group: 'gateway.envoyproxy.io', kind: 'EnvoyProxy', name: 'edge' } },
    });
    for (const [i, section] of sections.entries()) {
      const optional = section === 'optional';
      const sectionName = optional ? undefined : section;
      const ref = { group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'edge', sectionName };
      envoyObject(app, 'ClientTrafficPolicy', `policy-${i}`, { targetRefs: [ref], proxyProtocol: { optional } });
    }
  };

testRule(
  'openstack/proxy-protocol',
  {
    wrong: [
      [
        'sent, and not expected',
        edge(true),
        'sends the PROXY protocol on every port (EnvoyProxy app/edge), and "http", "game" do not expect it',
      ],
      ['expected at one port', edge(true, 'http'), 'and "game" does not expect it'],
      [
        'expected, and not sent',
        edge(false, undefined),
        'expects the PROXY protocol, and the load balancer of Gateway app/edge does not send it',
      ],
    ],
    right: {
      both: edge(true, undefined),
      'every port by itself': edge(true, 'http', 'game'),
      neither: edge(false),
      'on the way': edge(false, 'optional'),
    },
  },
  { ...EDGE, platform: gardener({ infrastructure: 'openstack' }) },
);
