import { EDGE, gateway, gatewayClass, gatewayObject, HTTP } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

testRule(
  'gateway/class-exists',
  {
    wrong: [
      [
        'a class that is misspelt',
        (app) => {
          gatewayClass(app);
          gatewayObject(app, 'Gateway', 'edge', { gatewayClassName: 'envoi', listeners: [HTTP] });
        },
        'is of the class "envoi", which nothing makes. Did you mean "envoy"?',
      ],
      [
        'a controller that is misspelt',
        (app) => gatewayClass(app, { controllerName: 'gateway.envoyproxy.io/gatewayclass-controler' }),
        'Did you mean "gateway.envoyproxy.io/gatewayclass-controller"?',
      ],
    ],
    right: {
      'a class of this cluster': (app) => gateway(app),
      'another Envoy Gateway': (app) =>
        gatewayClass(app, { controllerName: 'gateway.envoyproxy.io/marketing-gatewayclass-controller' }),
      'another controller': (app) => gatewayClass(app, { controllerName: 'example.com/controller' }),
      'a class of somebody else': (app) =>
        void gatewayObject(app, 'Gateway', 'edge', { gatewayClassName: 'cilium', listeners: [HTTP] }),
    },
  },
  { ...EDGE, externals: { ...EDGE.externals, gatewayClasses: ['cilium'] } },
);
