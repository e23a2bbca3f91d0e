import { raw } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';

const inNamespace =
  (namespace: string, id = 'x') =>
  (app: Parameters<typeof raw>[0]) =>
    void raw(app, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id, namespace } });

testRule(
  'kubernetes/namespace-exists',
  {
    wrong: [
      ['a namespace that nothing makes', inNamespace('ap'), 'nothing makes the namespace "ap". Did you mean "app"?'],
      [
        'told once an application',
        (app) => {
          inNamespace('other', 'x')(app);
          inNamespace('other', 'y')(app);
        },
        'nothing makes the namespace "other"',
      ],
    ],
    right: {
      'made here': inNamespace('app'),
      given: inNamespace('kube-system'),
      external: inNamespace('outside'),
      'Argo CD’s': inNamespace('argocd'),
    },
  },
  { externals: { namespaces: ['outside'] } },
);
