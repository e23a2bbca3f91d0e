import { EDGE, envoyObject, gateway, gatewayClass } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const ref = { group: 'gateway.envoyproxy.io', kind: 'EnvoyProxy', name: 'edge' };

testRule(
  'gateway/parameters-exist',
  {
    wrong: [
      [
        'a Gateway’s',
        (app) => {
          envoyObject(app, 'EnvoyProxy', 'edg', { provider: { type: 'Kubernetes' } });
          gateway(app, undefined, { infrastructure: { parametersRef: ref } });
        },
        'from EnvoyProxy app/edge, which nothing makes. Did you mean "edg"?',
      ],
      ['a class’ without a namespace', (app) => gatewayClass(app, { parametersRef: ref }), 'EnvoyProxy default/edge'],
    ],
    right: {
      'of the Gateway’s namespace': (app) => {
        envoyObject(app, 'EnvoyProxy', 'edge', { provider: { type: 'Kubernetes' } });
        gateway(app, undefined, { infrastructure: { parametersRef: ref } });
      },
      'of another controller': (app) => gatewayClass(app, { parametersRef: { ...ref, group: 'example.com' } }),
    },
  },
  EDGE,
);
