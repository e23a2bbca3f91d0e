import { gardener } from '../../../constructs/gardener/gardener';
import { loadBalancerAnnotations } from '../../../constructs/openstack/load-balancer';
import { raw } from '../../helpers/cluster';
import { EDGE, envoyObject, web } from '../../helpers/gateway';
import { type Fill, testRule } from '../../helpers/rule';

const balancer =
  (annotations: Record<string, string>, ports: object[] = [{ port: 80 }]): Fill =>
  (app) => {
    web(app);
    raw(app, 'lb', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'lb', annotations },
      spec: { type: 'LoadBalancer', selector: { app: 'web' }, ports },
    });
  };
const one = (name: string, value: string, ports?: object[]) =>
  balancer({ [`loadbalancer.openstack.org/${name}`]: value }, ports);

testRule(
  'openstack/load-balancer-annotations',
  {
    wrong: [
      [
        'one that is misspelt',
        one('proxy-protokol', 'v2'),
        'loadbalancer.openstack.org/proxy-protokol is none that it knows',
      ],
      ['a switch in capitals', one('keep-floatingip', 'True'), 'keep-floatingip is "True"'],
      ['a version in capitals', one('proxy-protocol', 'V2'), 'proxy-protocol is "V2"'],
      ['a number with a unit', one('timeout-client-data', '5s'), 'timeout-client-data is "5s"'],
      ['a number out of range', one('health-monitor-max-retries', '11'), 'health-monitor-max-retries is "11"'],
      ['a method', one('lb-method', 'SOURCE_IP_PORT'), 'lb-method is "SOURCE_IP_PORT"'],
      [
        'the header for every port',
        (app) =>
          void envoyObject(app, 'EnvoyProxy', 'edge', {
            provider: {
              type: 'Kubernetes',
              kubernetes: { envoyService: { annotations: loadBalancerAnnotations({ xForwardedFor: true }) } },
            },
          }),
        'X-Forwarded-For makes every port HTTP',
      ],
      [
        'UDP with the PROXY protocol',
        one('proxy-protocol', 'v2', [
          { name: 'a', port: 80 },
          { name: 'b', port: 53, protocol: 'UDP' },
        ]),
        'and has a UDP port',
      ],
      ['what the controller writes', one('load-balancer-id', 'x'), 'load-balancer-id is "x"'],
      [
        'a monitor that waits too long',
        balancer(loadBalancerAnnotations({ healthMonitor: { delay: 5, timeout: 5 } })),
        'waits 5 s for an answer, and asks every 5 s',
      ],
    ],
    right: {
      'the header for HTTP': one('x-forwarded-for', 'true'),
      'what the construct writes': balancer(
        loadBalancerAnnotations({
          proxyProtocol: 'v2',
          healthMonitor: { delay: 10, timeout: 5, maxRetries: 1, maxRetriesDown: 2 },
          keepFloatingIP: true,
          timeouts: { clientData: 600_000, memberData: 600_000, memberConnect: 5000, tcpInspect: 0 },
          connectionLimit: -1,
          method: 'LEAST_CONNECTIONS',
          internal: false,
          class: 'edge',
          flavorId: 'a',
          availabilityZone: 'b',
          floatingNetworkId: 'c',
          subnetId: 'd',
          nodeSelector: { pool: 'edge' },
        }),
      ),
    },
  },
  { ...EDGE, platform: gardener({ infrastructure: 'openstack' }) },
);
