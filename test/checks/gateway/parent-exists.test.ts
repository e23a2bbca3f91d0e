import { EDGE, gateway, gatewayObject, HTTP, route, web } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const attached = (parentRef: object) => (app: Parameters<typeof web>[0]) => {
  web(app);
  gateway(app);
  route(app, 'HTTPRoute', 'x', { parentRefs: [parentRef] });
};

testRule(
  'gateway/parent-exists',
  {
    wrong: [
      [
        'a Gateway that is not there',
        attached({ name: 'egde' }),
        'is attached to Gateway app/egde, which nothing makes. Did you mean "edge"?',
      ],
      [
        'a listener that is not there',
        attached({ name: 'edge', sectionName: 'htpp' }),
        'the listener "htpp" of Gateway app/edge, which has none such. Did you mean "http"?',
      ],
      ['a port that is not there', attached({ name: 'edge', port: 8080 }), 'the listener on port 8080'],
      [
        'a ListenerSet without its kind',
        (app) => {
          web(app);
          gateway(app, [HTTP], { allowedListeners: { namespaces: { from: 'Same' } } });
          gatewayObject(app, 'ListenerSet', 'more', {
            parentRef: { group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'edge' },
            listeners: [{ ...HTTP, name: 'more', port: 8080 }],
          });
          route(app, 'HTTPRoute', 'x', { parentRefs: [{ name: 'more' }] });
        },
        'is attached to Gateway app/more',
      ],
      [
        'a parent of a kind that takes no routes',
        attached({ kind: 'Gatewy', name: 'edge' }),
        'is attached to a Gatewy, which takes no routes. Did you mean "Gateway"?',
      ],
      [
        'a Service that is not there',
        attached({ group: '', kind: 'Service', name: 'wbe' }),
        'is attached to Service app/wbe, which nothing makes. Did you mean "web"?',
      ],
      [
        'nothing',
        (app) => {
          web(app);
          gateway(app);
          route(app, 'HTTPRoute', 'x', { parentRefs: [] });
        },
        'is attached to nothing',
      ],
    ],
    right: {
      'a listener by name': attached({ name: 'edge', sectionName: 'http' }),
      'a Gateway of somebody else': attached({ name: 'theirs', namespace: 'app' }),
      'a Service, of a mesh': (app) => {
        web(app);
        route(app, 'HTTPRoute', 'x', { parentRefs: [{ group: '', kind: 'Service', name: 'web' }] });
      },
    },
  },
  { ...EDGE, externals: { ...EDGE.externals, gateways: ['app/theirs'] } },
);
