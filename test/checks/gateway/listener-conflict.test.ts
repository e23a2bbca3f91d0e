import { EDGE, gateway, gatewayObject, HTTP, HTTPS, TCP } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const TLS = { name: 'tls', port: 443, protocol: 'TLS', tls: { mode: 'Passthrough' } };

testRule(
  'gateway/listener-conflict',
  {
    wrong: [
      [
        'two protocols on a port',
        (app) => gateway(app, [HTTP, { ...TCP, port: 80 }]),
        'listeners "http", "game" speak different protocols on port 80/TCP',
      ],
      [
        'two TCP listeners of a Gateway and its ListenerSet',
        (app) => {
          gateway(app, [TCP], { allowedListeners: { namespaces: { from: 'Same' } } });
          gatewayObject(app, 'ListenerSet', 'more', {
            parentRef: { group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'edge' },
            listeners: [{ ...TCP, name: 'other' }],
          });
        },
        'both want all of port 25565/TCP',
      ],
      [
        'one host for HTTPS and TLS',
        (app) =>
          gateway(app, [
            { ...HTTPS, hostname: 'a.example.com' },
            { ...TLS, hostname: 'a.example.com' },
          ]),
        'both want a.example.com on port 443/TCP',
      ],
    ],
    right: {
      'HTTPS and TLS by host': (app) =>
        gateway(app, [
          { ...HTTPS, hostname: 'a.example.com' },
          { ...TLS, hostname: 'b.example.com' },
        ]),
      'TCP and UDP on one number': (app) => gateway(app, [TCP, { ...TCP, name: 'u', protocol: 'UDP' }]),
    },
  },
  EDGE,
);
