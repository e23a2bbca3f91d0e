import { AppProject } from '../../../constructs/argocd/app-project';
import { Application } from '../../../fleet/application';
import { raw } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';

const argo = (spec: object) => (app: Application) =>
  void raw(app, 'x', { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata: { name: 'x' }, spec });

testRule('argocd/application-source', {
  wrong: [
    [
      'nothing in it',
      (_, cluster) =>
        void new Application(cluster, 'empty', {
          namespace: 'kube-system',
          project: new AppProject(cluster, 'p', { description: 'x' }),
        }),
      'Application empty contains nothing',
    ],
    [
      'two destinations',
      argo({ destination: { name: 'a', server: 'b' } }),
      'names both a destination name and a server',
    ],
    ['no destination', argo({ destination: {} }), 'names no destination'],
    [
      'a duration that is none',
      argo({ destination: { name: 'a' }, syncPolicy: { retry: { backoff: { duration: '1 min' } } } }),
      '"1 min" in retry.backoff.duration',
    ],
  ],
  right: {
    'a raw Application': argo({
      project: 'default',
      destination: { name: 'a' },
      syncPolicy: { retry: { backoff: { duration: '30', maxDuration: '3m' } } },
    }),
  },
});
