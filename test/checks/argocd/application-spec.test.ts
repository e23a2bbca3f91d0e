import { application, project } from '../../helpers/argocd';
import { all } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

testRule('argocd/application-spec', {
  wrong: [
    [
      'a finalizer that nobody knows',
      all(project(), application({}, { finalizers: ['resources-finalizers.argocd.argoproj.io'] })),
      'which Argo CD does not know',
    ],
    [
      'no address',
      all(project(), application({}, { annotations: { 'argocd.argoproj.io/managed-by-url': 'file:///etc' } })),
      'which is no address',
    ],
    [
      'a chart in no version',
      all(project(), application({ source: { repoURL: 'https://charts.example.com', chart: 'a' } })),
      'in no version',
    ],
    [
      'two kinds of source',
      all(project(), application({ source: { repoURL: 'https://a', path: 'a', helm: {}, kustomize: {} } })),
      'a source that is helm and kustomize',
    ],
    [
      'neither path nor chart',
      all(project(), application({ source: { repoURL: 'https://a' } })),
      'neither path nor chart',
    ],
    [
      'a ref twice',
      all(
        project(),
        application({
          source: undefined,
          sources: [
            { repoURL: 'https://a', ref: 'v' },
            { repoURL: 'https://b', ref: 'v' },
          ],
        }),
      ),
      'two sources with the ref "v"',
    ],
    [
      'a ref with a dot',
      all(
        project(),
        application({
          source: undefined,
          sources: [
            { repoURL: 'https://a', ref: 'v.a' },
            { repoURL: 'https://b', path: 'b' },
          ],
        }),
      ),
      'has the ref "v.a"',
    ],
    [
      'no branch to hydrate to',
      all(
        project(),
        application({
          source: undefined,
          sourceHydrator: {
            drySource: { repoURL: 'https://a', path: 'a', targetRevision: 'main' },
            syncSource: { path: 'a', targetBranch: '' },
          },
        }),
      ),
      'hydrates to no branch',
    ],
  ],
  right: {
    'as it should be': all(
      project(),
      application({}, { finalizers: ['resources-finalizer.argocd.argoproj.io/background', 'example.com/own'] }),
    ),
  },
});
