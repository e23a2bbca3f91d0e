import { application, project } from '../../helpers/argocd';
import { testRule } from '../../helpers/rule';
import { all } from '../../helpers/velero';

const from = (repoURL: string) =>
  all(project(), application({ source: { repoURL, path: 'apps', targetRevision: 'main' } }));

testRule('argocd/repo-url', {
  wrong: [
    ['a slip', from('htps://github.com/example/fleet'), 'Did you mean "https://…"?'],
    ['a password', from('https://eve:hunter2@github.com/example/fleet'), 'has a password in an address'],
  ],
  right: {
    https: from('https://github.com/example/fleet'),
    'as scp writes it': from('git@github.com:example/fleet.git'),
  },
});
