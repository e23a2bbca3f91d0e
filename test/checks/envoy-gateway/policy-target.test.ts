import { EDGE, envoyObject, gateway, route, web } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const target =
  (ref: object, kind = 'BackendTrafficPolicy') =>
  (app: Parameters<typeof web>[0]) => {
    web(app);
    gateway(app);
    route(app, 'HTTPRoute', 'site', { rules: [{ name: 'all', backendRefs: [{ name: 'web', port: 80 }] }] });
    envoyObject(app, kind, 'policy', { targetRefs: [{ group: 'gateway.networking.k8s.io', ...ref }] });
  };

testRule(
  'envoy-gateway/policy-target',
  {
    wrong: [
      [
        'a Gateway that is not there',
        target({ kind: 'Gateway', name: 'egde' }),
        'is for Gateway "egde", which nothing makes in app. Did you mean "edge"?',
      ],
      [
        'a listener that is not there',
        target({ kind: 'Gateway', name: 'edge', sectionName: 'htpp' }),
        'is for "htpp" of Gateway app/edge, which has none such. Did you mean "http"?',
      ],
      [
        'a rule that is not there',
        target({ kind: 'HTTPRoute', name: 'site', sectionName: 'al' }),
        'is for "al" of HTTPRoute app/site',
      ],
      [
        'an extension of a route that is not there',
        target({ kind: 'HTTPRoute', name: 'siet' }, 'EnvoyExtensionPolicy'),
        'Did you mean "site"?',
      ],
      [
        'a kind that it cannot be for',
        target({ kind: 'HTTPRoute', name: 'site' }, 'ClientTrafficPolicy'),
        'ClientTrafficPolicy app/policy is for a HTTPRoute',
      ],
    ],
    right: {
      'a rule': target({ kind: 'HTTPRoute', name: 'site', sectionName: 'all' }),
      'a Gateway': target({ kind: 'Gateway', name: 'edge' }, 'ClientTrafficPolicy'),
      'a route’s extension': target({ kind: 'HTTPRoute', name: 'site' }, 'EnvoyExtensionPolicy'),
    },
  },
  EDGE,
);
