import { deployment, pod, raw } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';

const service = (selector: object, extra: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web' },
  spec: { selector, ports: [{ port: 80 }], ...extra },
});

testRule('kubernetes/service-selector', {
  wrong: [
    [
      'labels that no workload has',
      (app) => {
        raw(app, 'd', deployment('web'));
        raw(app, 's', service({ app: 'wob' }));
      },
      'selects Pods with app=wob',
    ],
    [
      'a workload of another namespace',
      (app, cluster) => {
        raw(cluster.application('other'), 'd', deployment('web'));
        raw(app, 's', service({ app: 'web' }));
      },
      'no workload in the namespace',
    ],
  ],
  right: {
    'a workload’s labels': (app) => {
      raw(app, 'd', deployment('web'));
      raw(app, 's', service({ app: 'web' }));
    },
    'a Pod': (app) => {
      raw(app, 'p', {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'p', labels: { app: 'p' } },
        spec: pod({}).spec,
      });
      raw(app, 's', service({ app: 'p' }));
    },
    'no selector: somebody else writes the endpoints': (app) => void raw(app, 's', service({})),
    'an ExternalName': (app) =>
      void raw(app, 's', service({ app: 'x' }, { type: 'ExternalName', externalName: 'example.com' })),
  },
});
