import { deployment, pod, raw } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';

const asking = (resources: object) => (app: Parameters<typeof raw>[0]) =>
  void raw(app, 'd', deployment('web', { container: { resources } }));
const claim = (storage: string) => (app: Parameters<typeof raw>[0]) =>
  void raw(app, 'c', {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'c' },
    spec: { resources: { requests: { storage } } },
  });

testRule('kubernetes/quantity', {
  wrong: [
    ['GB', claim('20GB'), '"20GB" in spec.resources.requests.storage is no quantity'],
    ['a space', asking({ requests: { memory: '1 Gi' } }), '"1 Gi"'],
    ['nothing', asking({ limits: { cpu: '' } }), '"" in'],
    ['negative', asking({ limits: { cpu: '-1' } }), '"-1"'],
    [
      'requests above limits',
      asking({ requests: { memory: '2Gi' }, limits: { memory: '1024Mi' } }),
      'it requests 2Gi of memory, more than its limit of 1024Mi',
    ],
    [
      'an emptyDir',
      (app) =>
        void raw(app, 'd', deployment('web', { spec: { volumes: [{ name: 'v', emptyDir: { sizeLimit: '1gb' } }] } })),
      '"1gb"',
    ],
    [
      'a template of a StatefulSet',
      (app) =>
        void raw(app, 's', {
          apiVersion: 'apps/v1',
          kind: 'StatefulSet',
          metadata: { name: 's' },
          spec: {
            selector: { matchLabels: { a: 'b' } },
            template: pod({ a: 'b' }),
            volumeClaimTemplates: [
              { metadata: { name: 'data' }, spec: { resources: { requests: { storage: '1TB' } } } },
            ],
          },
        }),
      'spec.volumeClaimTemplates[data]',
    ],
  ],
  right: {
    'all forms': asking({
      requests: { cpu: '500m', memory: '1.5Gi' },
      limits: { cpu: 1, memory: '2e9', 'example.com/gpu': '1' },
    }),
    'a claim': claim('1T'),
  },
});
