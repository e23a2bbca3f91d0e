import { EDGE, gateway, route, web } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const to =
  (ref: object, spec: object = {}) =>
  (app: Parameters<typeof web>[0]) => {
    web(app, undefined, spec);
    gateway(app);
    route(app, 'HTTPRoute', 'x', { rules: [{ backendRefs: [ref] }] });
  };

testRule(
  'gateway/backend-exists',
  {
    wrong: [
      [
        'a Service that is not there',
        to({ name: 'wbe', port: 80 }),
        'sends to Service app/wbe, which nothing makes. Did you mean "web"?',
      ],
      ['no port', to({ name: 'web' }), 'and names no port'],
      ['a port that it does not have', to({ name: 'web', port: 8080 }), 'sends to port 8080 of Service app/web'],
      [
        'another kind',
        to({ kind: 'Deployment', group: 'apps', name: 'web', port: 80 }),
        'sends to apps/Deployment, which is no backend',
      ],
      [
        'a mirror',
        (app) => {
          web(app);
          gateway(app);
          const filters = [{ type: 'RequestMirror', requestMirror: { backendRef: { name: 'nobody', port: 80 } } }];
          route(app, 'HTTPRoute', 'x', { rules: [{ filters, backendRefs: [{ name: 'web', port: 80 }] }] });
        },
        'sends to Service app/nobody',
      ],
      [
        'another protocol',
        (app) => {
          web(app);
          gateway(app, [{ name: 'u', port: 53, protocol: 'UDP' }]);
          route(app, 'UDPRoute', 'x');
        },
        'sends UDP to port 80 of Service app/web, which speaks TCP',
      ],
    ],
    right: {
      'a port of it': to({ name: 'web', port: 80 }),
      'a Service of somebody else': to({ name: 'other', namespace: 'app', port: 80 }),
    },
  },
  { ...EDGE, externals: { ...EDGE.externals, services: ['app/other'] } },
);
