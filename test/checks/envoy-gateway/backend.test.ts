import { EDGE, envoyObject, gateway, gatewayObject, route } from '../../helpers/gateway';
import type { Fill } from '../../helpers/rule';
import { testRule } from '../../helpers/rule';

const outside =
  (spec: object, policy?: string): Fill =>
  (app) => {
    envoyObject(app, 'Backend', 'outside', spec);
    gateway(app);
    const ref = { group: 'gateway.envoyproxy.io', kind: 'Backend', name: 'outside' };
    route(app, 'HTTPRoute', 'x', { rules: [{ backendRefs: [ref] }] });
    if (policy === undefined) return;
    gatewayObject(app, 'BackendTLSPolicy', 'tls', {
      targetRefs: [{ ...ref, ...(policy && { sectionName: policy }) }],
      validation: { hostname: 'api.example.com', wellKnownCACertificates: 'System' },
    });
  };
const at = (endpoint: object, more: object = {}) => ({ endpoints: [endpoint], ...more });
const host = (hostname: string) => at({ fqdn: { hostname, port: 443 } });
const ip = (address: string, more: object = {}) => at({ ip: { address, port: 443 } }, more);

testRule(
  'envoy-gateway/backend',
  {
    wrong: [
      ['a host without a dot', outside(host('localhost')), 'is at the host "localhost"'],
      ['an address as host', outside(host('192.0.2.1')), 'is at the host "192.0.2.1"'],
      ['the proxy itself', outside(ip('127.0.0.1')), 'is at 127.0.0.1, the proxy’s own Pod'],
      ['TLS with nobody trusted', outside(ip('192.0.2.1', { tls: {} })), 'says nobody whose certificates it trusts'],
      ['a policy for another port', outside(ip('192.0.2.1', { tls: {} }), '8443'), 'says nobody whose certificates'],
      [
        'a resolver with addresses',
        outside(ip('192.0.2.1', { type: 'DynamicResolver' })),
        'finds its address by each request’s host, and has endpoints',
      ],
    ],
    right: {
      'a host': outside(host('api.example.com')),
      'the system’s certificates': outside(ip('192.0.2.1', { tls: { wellKnownCACertificates: 'System' } })),
      'a policy for it': outside(ip('192.0.2.1', { tls: {} }), ''),
      'a policy for its port': outside(ip('192.0.2.1', { tls: {} }), '443'),
    },
  },
  EDGE,
);
