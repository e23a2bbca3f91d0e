import { raw } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';

testRule('argocd/tracking-id', {
  wrong: [
    [
      'copied from a cluster',
      (app) => {
        const annotations = { 'argocd.argoproj.io/tracking-id': 'x' };
        raw(app, 'x', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x', annotations } });
      },
      "carries Argo CD's own tracking id",
    ],
  ],
  right: { none: (app) => void raw(app, 'x', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' } }) },
});
