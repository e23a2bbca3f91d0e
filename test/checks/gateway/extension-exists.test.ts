import { EDGE, envoyObject, gateway, HTTP, route, web } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const uses =
  (name: string, group = 'gateway.envoyproxy.io', gatewayClassName = 'envoy') =>
  (app: Parameters<typeof web>[0]) => {
    web(app);
    gateway(app, [HTTP], { gatewayClassName });
    envoyObject(app, 'HTTPRouteFilter', 'answer', { directResponse: { statusCode: 503 } });
    const filters = [{ type: 'ExtensionRef', extensionRef: { group, kind: 'HTTPRouteFilter', name } }];
    route(app, 'HTTPRoute', 'x', { rules: [{ filters, backendRefs: [{ name: 'web', port: 80 }] }] });
  };

testRule(
  'gateway/extension-exists',
  {
    wrong: [
      [
        'one that is not there',
        uses('anwser'),
        'uses the HTTPRouteFilter "anwser", which nothing makes in app. Did you mean "answer"?',
      ],
      ['a kind that it does not know', uses('x', 'example.com'), 'a kind that Envoy Gateway does not know'],
    ],
    right: { there: uses('answer'), 'another controller’s': uses('x', 'example.com', 'foreign') },
  },
  { ...EDGE, externals: { ...EDGE.externals, gatewayClasses: ['foreign'] } },
);
