import { raw } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';

const map = (app: Parameters<typeof raw>[0], id: string) =>
  raw(app, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'm', namespace: 'kube-system' } });

testRule('argocd/duplicate-object', {
  wrong: [
    [
      'in two applications',
      (app, cluster) => {
        map(app, 'a');
        map(cluster.application('other'), 'b');
      },
      'ConfigMap kube-system/m is there twice: in application app (test/app/a) and in application other',
    ],
  ],
  right: {
    'one name in two namespaces': (app) => {
      map(app, 'a');
      raw(app, 'b', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'm' } });
    },
    'one name of two kinds': (app) => {
      map(app, 'a');
      raw(app, 'b', { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'm', namespace: 'kube-system' } });
    },
  },
});
