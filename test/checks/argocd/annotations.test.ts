import { raw } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';

const annotated =
  (annotations: Record<string, string>, metadata: object = { name: 'x' }) =>
  (app: Parameters<typeof raw>[0]) =>
    void raw(app, 'x', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { ...metadata, annotations } });

testRule('argocd/annotations', {
  wrong: [
    [
      'a wave that is no number',
      annotated({ 'argocd.argoproj.io/sync-wave': 'first' }),
      'the sync wave "first" is no whole number',
    ],
    [
      'a hook that is none',
      annotated({ 'argocd.argoproj.io/hook': 'Presync' }),
      'has "Presync", which is none. Did you mean "PreSync"?',
    ],
    ['a delete policy that is none', annotated({ 'argocd.argoproj.io/hook-delete-policy': 'Always' }), 'has "Always"'],
    ['generateName', annotated({}, { name: 'x', generateName: 'x-' }), 'every sync would make one more'],
  ],
  right: {
    all: annotated({
      'argocd.argoproj.io/sync-wave': '-1',
      'argocd.argoproj.io/hook': 'PreSync,Sync',
      'argocd.argoproj.io/hook-delete-policy': 'HookSucceeded',
    }),
  },
});
