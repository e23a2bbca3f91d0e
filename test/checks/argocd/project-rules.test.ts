import { AppProject, type AppProjectProps } from '../../../constructs/argocd/app-project';
import { argo } from '../../helpers/argocd';
import type { TestCluster } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';

const project = (props: Partial<AppProjectProps>) => (_: unknown, cluster: TestCluster) =>
  void cluster.application('other', { project: new AppProject(cluster, 'team', { description: 'x', ...props }) });
const window = (part: object) =>
  project({ syncWindows: [{ kind: 'allow', schedule: '0 8 * * *', duration: '8h', applications: ['*'], ...part }] });
const role = (policy: string) => project({ roles: [{ name: 'deploy', policies: [policy] }] });

const HERE = { server: 'https://a', namespace: 'b' };
const permits = (spec: object) => argo('AppProject', 'raw', { sourceRepos: ['*'], destinations: [], ...spec });

testRule('argocd/project-rules', {
  wrong: [
    ['a descriptor as schedule', window({ schedule: '@daily' }), 'descriptors such as @daily are not understood'],
    ['a duration in days', window({ duration: '2d' }), '"2d" is none'],
    ['a window about nothing', window({ applications: undefined }), 'is about nothing'],
    ['a kind that is none', window({ kind: 'permit' }), 'of the kind "permit"'],
    ['a policy of another project', role('p, proj:teem:deploy, applications, sync, team/*, allow'), 'is wrong'],
    ['a policy without an effect', role('p, proj:team:deploy, applications, sync, team/*'), 'is wrong'],
    ['an action that is none', role('p, proj:team:deploy, applications, foo, team/*, allow'), 'is wrong'],
    ['a group with a comma', project({ roles: [{ name: 'a', groups: ['x,y'] }] }), 'has a comma, and is not quoted'],
    ['a group with a space', project({ roles: [{ name: 'a', groups: ['x '] }] }), 'has a space around it'],
    ['a group twice', project({ roles: [{ name: 'a', groups: ['x', 'x'] }] }), 'has the group "x" twice'],
    ['a source twice', permits({ sourceRepos: ['https://a', 'https://a'] }), 'sourceRepos has "https://a" twice'],
    ['a destination twice', permits({ destinations: [HERE, HERE] }), 'destinations has "https://a/b" twice'],
    ['all that is forbidden', permits({ sourceRepos: ['*', '!*'] }), '"!*" forbids everything'],
    [
      'an account with braces',
      permits({ destinationServiceAccounts: [{ server: '*', defaultServiceAccount: '{a}' }] }),
      '"{a}" is no service account',
    ],
    ['two roles of one name', project({ roles: [{ name: 'a' }, { name: 'a' }] }), 'two roles "a"'],
  ],
  right: { 'a window': window({}), 'a role': role('p, proj:team:deploy, applications, sync, team/*, allow') },
});
