import { EDGE, gateway, HTTP, TCP } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const kinds = (kind: string) => ({ allowedRoutes: { kinds: [{ kind }] } });

testRule(
  'gateway/listener-routes',
  {
    wrong: [
      [
        'a protocol that is misspelt',
        (app) => gateway(app, [{ ...HTTP, protocol: 'HTTPP' }]),
        'speaks "HTTPP". Did you mean "HTTP"?',
      ],
      [
        'a kind of another protocol',
        (app) => gateway(app, [{ ...TCP, ...kinds('HTTPRoute') }]),
        'takes HTTPRoute, which TCP cannot serve',
      ],
      [
        'TCP through passthrough',
        (app) =>
          gateway(app, [{ name: 't', port: 443, protocol: 'TLS', tls: { mode: 'Passthrough' }, ...kinds('TCPRoute') }]),
        'takes TCPRoute, which TLS cannot serve',
      ],
      [
        'a selector that is missing',
        (app) => gateway(app, [{ ...HTTP, allowedRoutes: { namespaces: { from: 'Selector' } } }]),
        'does not say which',
      ],
    ],
    right: {
      'kinds of the protocol': (app) =>
        gateway(app, [
          { ...TCP, ...kinds('TCPRoute') },
          { ...HTTP, ...kinds('GRPCRoute') },
        ]),
    },
  },
  EDGE,
);
