import { Namespace } from '../../../constructs/kubernetes/namespace';
import { EDGE, gateway, HTTP, route, TCP, web } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const from = (namespaces: object) => [{ ...HTTP, allowedRoutes: { namespaces } }];

testRule(
  'gateway/route-allowed',
  {
    wrong: [
      [
        'another protocol',
        (app) => {
          web(app);
          gateway(app, [TCP]);
          route(app, 'HTTPRoute', 'x');
        },
        'its listeners ("game") take no HTTPRoute, but TCPRoute',
      ],
      [
        'a namespace without the label',
        (app) => {
          web(app);
          gateway(app, from({ from: 'Selector', selector: { matchLabels: { edge: 'yes' } } }));
          route(app, 'HTTPRoute', 'x');
        },
        'take no routes of the namespace app',
      ],
      [
        'no host in common',
        (app) => {
          web(app);
          gateway(app, [{ ...HTTP, hostname: '*.example.com' }]);
          route(app, 'HTTPRoute', 'x', { hostnames: ['example.com'] });
        },
        'none of its hosts (example.com)',
      ],
      [
        'one host too many',
        (app) => {
          web(app);
          gateway(app, [{ ...HTTP, hostname: '*.example.com' }]);
          route(app, 'HTTPRoute', 'x', { hostnames: ['a.example.com', 'b.example.org'] });
        },
        'no listener has its host b.example.org',
      ],
    ],
    right: {
      'a host at each of two listeners': (app) => {
        web(app);
        gateway(
          app,
          ['a', 'b'].map((name) => ({ ...HTTP, name, hostname: `${name}.example.com` })),
        );
        route(app, 'HTTPRoute', 'x', {
          parentRefs: ['a', 'b'].map((sectionName) => ({ name: 'edge', sectionName })),
          hostnames: ['a.example.com', 'b.example.com'],
        });
      },
      'its own namespace, by name': (app) => {
        web(app);
        gateway(app, from({ from: 'Selector', selector: { matchLabels: { 'kubernetes.io/metadata.name': 'app' } } }));
        route(app, 'HTTPRoute', 'x');
      },
      'by a label': (app) => {
        new Namespace(app, 'other', { labels: { edge: 'yes' } });
        gateway(app, from({ from: 'All' }));
        web(app);
        route(app, 'HTTPRoute', 'x', { hostnames: ['a.example.com'] });
      },
    },
  },
  EDGE,
);
