import { EDGE, envoyObject, gateway, route, web } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const uses =
  (name: string, group = 'gateway.envoyproxy.io') =>
  (app: Parameters<typeof web>[0]) => {
    web(app);
    gateway(app);
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
    ],
    right: { there: uses('answer'), 'another controller’s': uses('x', 'example.com') },
  },
  EDGE,
);
