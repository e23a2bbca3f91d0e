import { EDGE, gateway, HTTP, route, web } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const parents =
  (...sections: (string | undefined)[]) =>
  (app: Parameters<typeof web>[0]) => {
    web(app);
    gateway(app, [HTTP, { ...HTTP, name: 'alt', port: 8080 }]);
    route(app, 'HTTPRoute', 'x', { parentRefs: sections.map((sectionName) => ({ name: 'edge', sectionName })) });
  };

testRule(
  'gateway/parent-distinct',
  {
    wrong: [
      ['the same listener', parents('http', 'http'), 'names Gateway app/edge 2 times'],
      ['all and one', parents('http', undefined), 'names Gateway app/edge 2 times'],
    ],
    right: { 'two listeners': parents('http', 'alt') },
  },
  EDGE,
);
