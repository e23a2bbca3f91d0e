import { EDGE, envoyObject, gatewayObject, policyFor, proxyWith, web } from '../../helpers/gateway';
import type { Fill } from '../../helpers/rule';
import { testRule } from '../../helpers/rule';

const auth = (ref: object) =>
  policyFor('SecurityPolicy', { extAuth: { http: { backendRefs: [{ name: 'web', port: 80, ...ref }] } } });
const tracing =
  (ref: object): Fill =>
  (app) => {
    web(app);
    proxyWith({
      telemetry: { tracing: { provider: { type: 'OpenTelemetry', backendRefs: [{ name: 'web', port: 80, ...ref }] } } },
    })(app);
  };
const resolver = { group: 'gateway.envoyproxy.io', kind: 'Backend', name: 'any', port: undefined };

testRule(
  'envoy-gateway/service-backend',
  {
    wrong: [
      [
        'a Service that is not there',
        auth({ name: 'wbe' }),
        'asks Service app/wbe, which nothing makes. Did you mean "web"?',
      ],
      ['a port that it has not', auth({ port: 81 }), 'asks port 81 of Service app/web, which has none such'],
      [
        'one without addresses',
        (app) => {
          envoyObject(app, 'Backend', 'any', { type: 'DynamicResolver' });
          auth(resolver)(app);
        },
        'which has no address of its own',
      ],
      [
        'a processor’s',
        policyFor('EnvoyExtensionPolicy', { extProc: [{ backendRefs: [{ name: 'wbe', port: 80 }] }] }),
        'EnvoyExtensionPolicy app/policy asks Service app/wbe',
      ],
      ['a trace’s', tracing({ name: 'wbe' }), 'EnvoyProxy app/proxy asks Service app/wbe'],
    ],
    right: {
      'a Service': auth({}),
      'a trace’s, and its port': tracing({}),
      'another namespace’s, by a grant': (app) => {
        gatewayObject(app, 'ReferenceGrant', 'grant', {
          from: [{ group: 'gateway.envoyproxy.io', kind: 'SecurityPolicy', namespace: 'app' }],
          to: [{ group: '', kind: 'Service' }],
        });
        auth({})(app);
      },
    },
  },
  EDGE,
);
