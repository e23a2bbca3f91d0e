import { application, project } from '../../helpers/argocd';
import { raw } from '../../helpers/cluster';
import { all } from '../../helpers/policies';
import { type Fill, testRule } from '../../helpers/rule';

const tracked =
  (kind: string): Fill =>
  (app) => {
    const annotations = { 'argocd.argoproj.io/tracking-id': `shop:/${kind}:app/a` };
    raw(app, 'tracked', { apiVersion: 'v1', kind, metadata: { name: 'a', annotations } });
    app.allow('argocd/tracking-id', 'It tells whose the object is.');
  };

testRule('argocd/project-kinds', {
  wrong: [
    [
      'a kind that is not listed',
      all(project({ namespaceResourceWhitelist: [{ group: 'apps', kind: '*' }] }), application(), tracked('ConfigMap')),
      'ConfigMap app/a is of a kind that the project "team" does not permit',
    ],
    [
      'a kind that is forbidden',
      all(
        project({ namespaceResourceBlacklist: [{ group: '', kind: 'ConfigMap' }] }),
        application(),
        tracked('ConfigMap'),
      ),
      'does not permit',
    ],
    [
      'a Namespace that is made',
      all(project(), application({ syncPolicy: { syncOptions: ['CreateNamespace=true'] } })),
      'creates the Namespace "app"',
    ],
  ],
  right: {
    'namespaced kinds, where nothing is said': all(project(), application(), tracked('ConfigMap')),
    'a Namespace that is permitted': all(
      project({ clusterResourceWhitelist: [{ group: '', kind: 'Namespace', name: 'app' }] }),
      application({ syncPolicy: { syncOptions: ['CreateNamespace=true'] } }),
    ),
  },
});
