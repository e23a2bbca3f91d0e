import { deployment, pod, raw } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';

const mounting =
  (name: string, spec: object = {}) =>
  (app: Parameters<typeof raw>[0]) =>
    void raw(app, 'd', deployment('web', { container: { volumeMounts: [{ name, mountPath: '/data' }] }, spec }));

testRule('kubernetes/mount-volume', {
  wrong: [
    [
      'a volume that the Pod has not',
      mounting('dat', { volumes: [{ name: 'data', emptyDir: {} }] }),
      'mounts the volume "dat", which the Pod has not. Did you mean "data"?',
    ],
  ],
  right: {
    'a volume': mounting('data', { volumes: [{ name: 'data', emptyDir: {} }] }),
    'a claim template': (app) =>
      void raw(app, 's', {
        apiVersion: 'apps/v1',
        kind: 'StatefulSet',
        metadata: { name: 's' },
        spec: {
          selector: { matchLabels: { a: 'b' } },
          template: pod({ a: 'b' }, { container: { volumeMounts: [{ name: 'data', mountPath: '/d' }] } }),
          volumeClaimTemplates: [
            {
              metadata: { name: 'data' },
              spec: { resources: { requests: { storage: '1Gi' } }, accessModes: ['ReadWriteOnce'] },
            },
          ],
        },
      }),
  },
});
