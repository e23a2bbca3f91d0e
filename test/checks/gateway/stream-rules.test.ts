import { EDGE, gateway, route, TCP, web } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const TLS = { name: 'tls', port: 443, protocol: 'TLS', tls: { mode: 'Passthrough' } };
const rule = { backendRefs: [{ name: 'web', port: 80 }] };
const make = (listener: object, kind: string, spec: object) => (app: Parameters<typeof web>[0]) => {
  web(app);
  gateway(app, [listener]);
  route(app, kind, 'x', spec);
};

testRule(
  'gateway/stream-rules',
  {
    wrong: [
      ['two rules', make(TCP, 'TCPRoute', { rules: [rule, rule] }), 'has 2 rules; it takes one'],
      ['no hosts', make(TLS, 'TLSRoute', {}), 'has no hostnames'],
      ['an address', make(TLS, 'TLSRoute', { hostnames: ['192.0.2.1'] }), 'has the address 192.0.2.1'],
    ],
    right: {
      tcp: make(TCP, 'TCPRoute', {}),
      tls: make(TLS, 'TLSRoute', { hostnames: ['a.example.com'] }),
    },
  },
  EDGE,
);
