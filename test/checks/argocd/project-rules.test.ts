import { AppProject, type AppProjectProps } from '../../../constructs/argocd/app-project';
import type { TestCluster } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';

const project = (props: Partial<AppProjectProps>) => (_: unknown, cluster: TestCluster) =>
  void cluster.application('other', { project: new AppProject(cluster, 'team', { description: 'x', ...props }) });
const window = (part: object) =>
  project({ syncWindows: [{ kind: 'allow', schedule: '0 8 * * *', duration: '8h', applications: ['*'], ...part }] });
const role = (policy: string) => project({ roles: [{ name: 'deploy', policies: [policy] }] });

testRule('argocd/project-rules', {
  wrong: [
    ['a descriptor as schedule', window({ schedule: '@daily' }), 'descriptors such as @daily are not understood'],
    ['a duration in days', window({ duration: '2d' }), '"2d" is none'],
    ['a window about nothing', window({ applications: undefined }), 'is about nothing'],
    ['a kind that is none', window({ kind: 'permit' }), 'of the kind "permit"'],
    ['a policy of another project', role('p, proj:teem:deploy, applications, sync, team/*, allow'), 'is wrong'],
    ['a policy without an effect', role('p, proj:team:deploy, applications, sync, team/*'), 'is wrong'],
    ['two roles of one name', project({ roles: [{ name: 'a' }, { name: 'a' }] }), 'two roles "a"'],
  ],
  right: { 'a window': window({}), 'a role': role('p, proj:team:deploy, applications, sync, team/*, allow') },
});
