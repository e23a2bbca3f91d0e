import { application, known, project } from '../../helpers/argocd';
import { all } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

testRule('argocd/project-permits', {
  wrong: [
    [
      'another source',
      all(project({ sourceRepos: ['https://github.com/other/*'] }), application()),
      'its source is https://github.com/example/shop',
    ],
    ['a star takes no slash', all(project({ sourceRepos: ['https://github.com/*'] }), application()), 'its source is'],
    [
      'a source that is forbidden',
      all(project({ sourceRepos: ['*', '!https://github.com/example/shop.git'] }), application()),
      'its source is',
    ],
    [
      'another namespace',
      all(project({ destinations: [{ server: '*', namespace: 'web-*' }] }), application()),
      'it goes to app of https://kubernetes.default.svc',
    ],
    [
      'a namespace that is forbidden',
      all(
        project({
          destinations: [
            { server: '*', namespace: '*' },
            { server: '*', namespace: '!app' },
          ],
        }),
        application(),
      ),
      'it goes to app',
    ],
    [
      'a cluster of all projects',
      all(
        known('cluster', { name: 'edge', server: 'https://edge' }),
        project({ permitOnlyProjectScopedClusters: true }),
        application({ destination: { name: 'edge', namespace: 'app' } }),
      ),
      'it goes to app of edge',
    ],
    [
      'an Application in another namespace',
      all(project(), application({}, { namespace: 'app' })),
      'it is in the namespace app',
    ],
  ],
  right: {
    'two stars take all': all(project({ sourceRepos: ['https://github.com/**'] }), application()),
    'written in another way': all(project({ sourceRepos: ['HTTPS://github.com/example/shop.git'] }), application()),
    'a repository of the project': all(
      known('repository', { url: 'https://github.com/example/shop', project: 'team' }),
      project({ sourceRepos: ['https://a'] }),
      application(),
    ),
    'a cluster by its name': all(
      known('cluster', { name: 'edge', server: 'https://edge' }),
      project({ destinations: [{ server: 'https://edge', namespace: 'app' }] }),
      application({ destination: { name: 'edge', namespace: 'app' } }),
    ),
    'a cluster that is known to nobody here': all(
      project(),
      application({ destination: { name: 'edge', namespace: 'app' } }),
    ),
    'an Application in a namespace that is listed': all(
      project({ sourceNamespaces: ['ap*'] }),
      application({}, { namespace: 'app' }),
    ),
  },
});
