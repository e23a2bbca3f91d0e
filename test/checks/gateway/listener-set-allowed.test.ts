import { EDGE, gateway, gatewayObject, HTTP } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const set = (app: Parameters<typeof gateway>[0], name = 'edge') =>
  gatewayObject(app, 'ListenerSet', 'more', {
    parentRef: { group: 'gateway.networking.k8s.io', kind: 'Gateway', name },
    listeners: [{ ...HTTP, name: 'more', port: 8080 }],
  });

testRule(
  'gateway/listener-set-allowed',
  {
    wrong: [
      [
        'a Gateway that lets nobody in',
        (app) => {
          gateway(app);
          set(app);
        },
        'Gateway app/edge takes no listeners of the namespace app',
      ],
      [
        'a Gateway that is not there',
        (app) => {
          gateway(app);
          set(app, 'egde');
        },
        'Gateway app/egde, which nothing makes. Did you mean "edge"?',
      ],
    ],
    right: {
      'let in': (app) => {
        gateway(app, [HTTP], { allowedListeners: { namespaces: { from: 'Same' } } });
        set(app);
      },
    },
  },
  EDGE,
);
