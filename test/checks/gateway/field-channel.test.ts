import { EDGE, gateway, route, web } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const redirect = (statusCode: number) => ({
  rules: [{ filters: [{ type: 'RequestRedirect', requestRedirect: { hostname: 'x.example.com', statusCode } }] }],
});
const annotations = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`example.com/a-${i}`, 'x']));

testRule(
  'gateway/field-channel',
  {
    wrong: [
      [
        'a field of the experimental channel',
        (app) => {
          web(app);
          gateway(app);
          route(app, 'HTTPRoute', 'x', {
            rules: [{ retry: { attempts: 2 }, backendRefs: [{ name: 'web', port: 80 }] }],
          });
        },
        'the standard channel of Gateway API 1.4 has no spec.rules[].retry',
      ],
      [
        'a filter that came later',
        (app) => {
          web(app);
          gateway(app);
          route(app, 'HTTPRoute', 'x', {
            rules: [
              { filters: [{ type: 'CORS', cors: { allowOrigins: ['*'] } }], backendRefs: [{ name: 'web', port: 80 }] },
            ],
          });
        },
        'has no spec.rules[].filters[].cors',
      ],
      [
        'a redirect code that came later',
        (app) => {
          gateway(app);
          route(app, 'HTTPRoute', 'x', redirect(308));
        },
        'Gateway API 1.4 has no redirect with status 308',
      ],
      [
        'too many annotations',
        (app) => gateway(app, undefined, { infrastructure: { annotations: annotations(9) } }),
        'takes 8',
      ],
    ],
    right: {
      'what every release has': (app) => {
        gateway(app, undefined, { infrastructure: { annotations: annotations(8) } });
        route(app, 'HTTPRoute', 'x', redirect(301));
      },
    },
  },
  { ...EDGE, gatewayApi: { version: '1.4', channel: 'standard' } },
);
