import { EDGE, envoyObject, gateway, route, web } from '../../helpers/gateway';
import type { Fill } from '../../helpers/rule';
import { testRule } from '../../helpers/rule';

const to =
  (spec: object, ...others: readonly object[]): Fill =>
  (app) => {
    web(app);
    envoyObject(app, 'Backend', 'outside', spec);
    gateway(app);
    const ref = { group: 'gateway.envoyproxy.io', kind: 'Backend', name: 'outside' };
    route(app, 'HTTPRoute', 'x', { rules: [{ backendRefs: [ref, ...others] }] });
  };
const fqdn = { fqdn: { hostname: 'api.example.com', port: 443 } };

testRule(
  'envoy-gateway/backend-use',
  {
    wrong: [
      ['a socket', to({ endpoints: [{ unix: { path: '/run/x.sock' } }] }), 'which is a socket in the proxy’s Pod'],
      [
        'hosts and addresses',
        to({ endpoints: [fqdn, { ip: { address: '192.0.2.1', port: 443 } }] }),
        'which has hosts and addresses',
      ],
      [
        'a resolver beside others',
        to({ type: 'DynamicResolver' }, { name: 'web', port: 80 }),
        'which finds its address by each request’s host, and to others',
      ],
    ],
    right: {
      'a host': to({ endpoints: [fqdn] }, { name: 'web', port: 80 }),
      'a resolver alone': to({ type: 'DynamicResolver' }),
    },
  },
  EDGE,
);
