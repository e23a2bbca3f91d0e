import { ConfigMap } from '../../../constructs/kubernetes/config-map';
import { EDGE, gatewayObject, web } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const policy =
  (target: object, validation: object = { wellKnownCACertificates: 'System' }, name = 'tls') =>
  (app: Parameters<typeof web>[0]) => {
    web(app);
    new ConfigMap(app, 'ca', { data: { 'ca.crt': 'x' } });
    gatewayObject(app, 'BackendTLSPolicy', name, {
      targetRefs: [{ group: '', kind: 'Service', name: 'web', ...target }],
      validation: { hostname: 'web.example.com', ...validation },
    });
  };
const ca = (name: string, kind = 'ConfigMap') => ({ caCertificateRefs: [{ group: '', kind, name }] });

testRule(
  'gateway/backend-tls-policy',
  {
    wrong: [
      [
        'a Service that is not there',
        policy({ name: 'wbe' }),
        'is for Service app/wbe, which nothing makes. Did you mean "web"?',
      ],
      ['a port by its number', policy({ sectionName: '80' }), 'is for the port "80" of Service web'],
      ['a ConfigMap that is not there', policy({}, ca('cb')), 'trusts the ConfigMap "cb"'],
      [
        'a Secret that is not there',
        policy({}, ca('ca', 'Secret')),
        'trusts the Secret "ca", which nothing makes in app',
      ],
      ['another kind', policy({}, ca('ca', 'Deployment')), 'trusts a Deployment, which holds no bundle'],
      [
        'one port twice',
        (app) => {
          policy({ sectionName: 'http' })(app);
          gatewayObject(app, 'BackendTLSPolicy', 'again', {
            targetRefs: [{ group: '', kind: 'Service', name: 'web', sectionName: 'http' }],
            validation: { hostname: 'x', wellKnownCACertificates: 'System' },
          });
        },
        'is for what BackendTLSPolicy app/tls is for already',
      ],
    ],
    right: {
      'a port by its name': policy({ sectionName: 'http' }, ca('ca')),
      'a Secret': policy({}, ca('tls', 'Secret')),
    },
  },
  EDGE,
);
