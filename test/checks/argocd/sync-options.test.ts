import { raw } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';

const annotated =
  (options: string, kind = 'ConfigMap') =>
  (app: Parameters<typeof raw>[0]) =>
    void raw(app, 'x', {
      apiVersion: 'v1',
      kind,
      metadata: { name: 'x', annotations: { 'argocd.argoproj.io/sync-options': options } },
      ...(kind === 'PersistentVolumeClaim' ? { spec: { resources: { requests: { storage: '1Gi' } } } } : {}),
    });

testRule('argocd/sync-options', {
  wrong: [
    [
      'an option that is none',
      annotated('Purne=false'),
      '"Purne=false" is none that Argo CD knows. Did you mean "Prune"?',
    ],
    ['a value that is none', annotated('Prune=no'), '"Prune=no" takes false or confirm'],
    [
      'Replace on a claim',
      annotated('Replace=true', 'PersistentVolumeClaim'),
      'Replace=true deletes and creates it anew',
    ],
    [
      'of an Application',
      (_, cluster) => void cluster.application('other', { syncOptions: ['ServerSideAply=true'] }),
      '"ServerSideAply=true" is none that Argo CD knows. Did you mean "ServerSideApply"?',
    ],
  ],
  right: {
    several: annotated('Prune=false, ServerSideApply=true'),
    'of an Application': (_, cluster) =>
      void cluster.application('other', { syncOptions: ['ApplyOutOfSyncOnly=true'] }),
  },
});
