import { raw } from '../../helpers/cluster';
import { EDGE, envoyObject } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const issuer = (spec: object) => ({ apiVersion: 'cert-manager.io/v1', kind: 'Issuer', metadata: { name: 'i' }, spec });

testRule(
  'schema/missing-field',
  {
    wrong: [
      [
        'of a custom resource',
        (app) => void envoyObject(app, 'Backend', 'b', { endpoints: [{ fqdn: { hostname: 'web.example.com' } }] }),
        'Backend app/b: spec.endpoints[0].fqdn lacks "port".',
      ],
      [
        'of a built-in kind',
        (app) =>
          void raw(app, 'h', {
            apiVersion: 'autoscaling/v2',
            kind: 'HorizontalPodAutoscaler',
            metadata: { name: 'h' },
            spec: { scaleTargetRef: { apiVersion: 'example.com/v1', kind: 'Widget', name: 'x' } },
          }),
        'HorizontalPodAutoscaler app/h: spec lacks "maxReplicas".',
      ],
    ],
    right: {
      'what has a default': (app) =>
        void raw(
          app,
          'i',
          issuer({
            acme: {
              server: 'https://acme.example.com',
              privateKeySecretRef: { name: 'k' },
              solvers: [{ http01: { ingress: {} } }],
            },
          }),
        ),
    },
  },
  EDGE,
);
