import { EDGE, envoyObject, gateway, route, TCP, web } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const policy =
  (kind: string, spec: object, target = 'TCPRoute') =>
  (app: Parameters<typeof web>[0]) => {
    web(app);
    gateway(app, [TCP]);
    route(app, 'TCPRoute', 'x');
    const name = target === 'Gateway' ? 'edge' : 'x';
    envoyObject(app, kind, 'policy', {
      targetRefs: [{ group: 'gateway.networking.k8s.io', kind: target, name }],
      ...spec,
    });
  };
const rules = (principal: object) => ({
  authorization: { defaultAction: 'Deny', rules: [{ action: 'Allow', principal }] },
});

testRule(
  'envoy-gateway/policy-fit',
  {
    wrong: [
      [
        'a login for a stream',
        policy('SecurityPolicy', { basicAuth: { users: { name: 'tls' } } }),
        'asks for basicAuth, and is for a TCPRoute',
      ],
      ['a rule without addresses', policy('SecurityPolicy', rules({ headers: [] })), 'has a rule without clientCIDRs'],
      [
        'an address that is no network',
        policy('SecurityPolicy', rules({ clientCIDRs: ['192.0.2.1'] })),
        'lets "192.0.2.1" in or out, which is no CIDR',
      ],
      [
        'retries for a stream',
        policy('BackendTrafficPolicy', { retry: { numRetries: 2 } }),
        'says retry, and is for a TCPRoute',
      ],
      [
        'merging at a Gateway',
        policy('BackendTrafficPolicy', { mergeType: 'StrategicMerge' }, 'Gateway'),
        'merges, and is for a Gateway',
      ],
      [
        'a check over the PROXY protocol',
        policy('BackendTrafficPolicy', {
          proxyProtocol: { version: 'V2' },
          healthCheck: { active: { type: 'TCP', tcp: {} } },
        }),
        'asks backends by itself',
      ],
      [
        'two ways to the address',
        policy(
          'ClientTrafficPolicy',
          { proxyProtocol: {}, clientIPDetection: { xForwardedFor: { numTrustedHops: 1 } } },
          'Gateway',
        ),
        'from the PROXY protocol and from X-Forwarded-For',
      ],
    ],
    right: {
      'addresses of a stream': policy('SecurityPolicy', rules({ clientCIDRs: ['10.0.0.0/8'] })),
      'the PROXY protocol to a stream': policy('BackendTrafficPolicy', { proxyProtocol: { version: 'V2' } }),
    },
  },
  EDGE,
);
