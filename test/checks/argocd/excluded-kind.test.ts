import { raw } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';

testRule('argocd/excluded-kind', {
  wrong: [
    [
      'Endpoints',
      (app) => void raw(app, 'e', { apiVersion: 'v1', kind: 'Endpoints', metadata: { name: 'e' } }),
      'Argo CD excludes the kind Endpoints',
    ],
    [
      'an EndpointSlice',
      (app) =>
        void raw(app, 'e', {
          apiVersion: 'discovery.k8s.io/v1',
          kind: 'EndpointSlice',
          metadata: { name: 'e' },
          addressType: 'IPv4',
        }),
      'discovery.k8s.io/EndpointSlice',
    ],
  ],
  right: {
    'a Service': (app) =>
      void raw(app, 's', {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 's' },
        spec: { type: 'ExternalName', externalName: 'example.com' },
      }),
  },
});
