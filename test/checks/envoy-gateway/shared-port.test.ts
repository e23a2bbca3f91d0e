import { EDGE, envoyObject, gateway, gatewayObject, HTTP, policyObject, web } from '../../helpers/gateway';
import type { Fill } from '../../helpers/rule';
import { testRule } from '../../helpers/rule';

const TWO = [
  { ...HTTP, name: 'a', hostname: 'a.example.com' },
  { ...HTTP, name: 'b', hostname: 'b.example.com' },
];
const section =
  (sectionName: string | undefined, listeners: readonly object[] = TWO): Fill =>
  (app) => {
    web(app);
    gateway(app, listeners);
    const targetRefs = [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'edge', sectionName }];
    policyObject(app, 'ClientTrafficPolicy', 'policy', { targetRefs, timeout: { http: { idleTimeout: '1h' } } });
  };
const merged =
  (mergeGateways: boolean): Fill =>
  (app) => {
    envoyObject(app, 'EnvoyProxy', 'proxy', { mergeGateways });
    const parametersRef = { group: 'gateway.envoyproxy.io', kind: 'EnvoyProxy', name: 'proxy' };
    gateway(app, [{ ...HTTP, hostname: 'a.example.com' }], { infrastructure: { parametersRef } });
    gatewayObject(app, 'Gateway', 'other', {
      gatewayClassName: 'envoy',
      infrastructure: { parametersRef },
      listeners: [{ ...HTTP, hostname: 'b.example.com' }],
    });
    policyObject(app, 'ClientTrafficPolicy', 'policy', {});
  };

testRule(
  'envoy-gateway/shared-port',
  {
    wrong: [
      ['one of two', section('a'), 'is for "a", which shares port 80 with "b"'],
      ['another Gateway in the same proxy', merged(true), 'shares port 80 with "http" of other'],
    ],
    right: {
      'the whole Gateway': section(undefined),
      'ports apart': section('a', [
        { ...HTTP, name: 'a' },
        { ...HTTP, name: 'b', port: 8080 },
      ]),
      'proxies apart': merged(false),
    },
  },
  EDGE,
);
