import { EDGE, gateway, HTTP, HTTPS, route } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const redirect =
  (parentRef: object, to: object = {}) =>
  (app: Parameters<typeof gateway>[0]) => {
    gateway(app, [HTTP, HTTPS]);
    const requestRedirect = { scheme: 'https', ...to };
    route(app, 'HTTPRoute', 'x', {
      parentRefs: [parentRef],
      rules: [{ filters: [{ type: 'RequestRedirect', requestRedirect }] }],
    });
  };

testRule(
  'gateway/redirect-loop',
  {
    wrong: [
      ['the whole Gateway', redirect({ name: 'edge' }), 'is attached to listener "https", which speaks HTTPS already'],
    ],
    right: {
      'the HTTP listener': redirect({ name: 'edge', sectionName: 'http' }),
      'from another port': (app) => {
        gateway(app, [{ ...HTTPS, port: 8443 }]);
        const filters = [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https' } }];
        route(app, 'HTTPRoute', 'x', { rules: [{ filters }] });
      },
      'to another host': redirect({ name: 'edge' }, { hostname: 'www.example.com' }),
    },
  },
  EDGE,
);
