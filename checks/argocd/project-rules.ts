import { describe } from '../../fleet/object';
import type { AppProjectSpec } from '../../imports/argoproj.io';
import type { Rule } from '../rule';
import { cronProblem } from '../syntax/cron';
import { goDurationFix, isGoDuration } from '../syntax/duration';

const ROLE_NAME = /^[a-zA-Z0-9]([-_a-zA-Z0-9]*[a-zA-Z0-9])?$/;

export const projectRules: Rule = {
  id: 'argocd/project-rules',
  category: 'schema',
  effect: 'Argo CD refuses the AppProject, and every application in it stays Unknown; or a window never opens.',
  source: 'Argo CD v3.5.1, pkg/apis/application/v1alpha1/app_project_types.go: ValidateProject, SyncWindow.Validate',
  check(cluster, report) {
    for (const entry of cluster.ofKind('argoproj.io/AppProject')) {
      const spec = (entry.object['spec'] ?? {}) as AppProjectSpec;
      const say = (message: string, fix: string, section: string) =>
        report(entry, { message: `${describe(entry.object)}: ${message}`, fix, section });
      for (const [i, window] of (spec.syncWindows ?? []).entries()) {
        const at = `spec.syncWindows[${i}]`;
        const cron = cronProblem(window.schedule ?? '', { descriptors: false });
        if (cron)
          say(
            `the sync window's schedule "${window.schedule}" is wrong: ${cron}.`,
            'Five fields, such as "0 22 * * *".',
            `${at}.schedule`,
          );
        if (!isGoDuration(window.duration ?? '')) {
          say(
            `the sync window's duration "${window.duration}" is none.`,
            `Write ${goDurationFix(window.duration ?? '')}.`,
            `${at}.duration`,
          );
        }
        if (!['allow', 'deny'].includes(window.kind ?? '')) {
          say(`a sync window is of the kind "${window.kind}".`, 'It is "allow" or "deny".', `${at}.kind`);
        }
        const chosen = [window.applications, window.namespaces, window.clusters].some(
          (list) => (list ?? []).length > 0,
        );
        if (!chosen)
          say('a sync window is about nothing.', 'Say applications, namespaces or clusters; "*" is all.', at);
      }
      const names = new Set<string>();
      for (const role of spec.roles ?? []) {
        const at = `spec.roles[${role.name}]`;
        if (names.has(role.name)) say(`it has two roles "${role.name}".`, 'Make one of them.', at);
        names.add(role.name);
        if (!ROLE_NAME.test(role.name))
          say(`"${role.name}" is no name for a role.`, 'Letters, digits, dashes and underscores.', at);
        for (const policy of role.policies ?? []) {
          if (isPolicy(policy, entry.object.metadata.name, role.name)) continue;
          say(
            `the policy "${policy}" of role ${role.name} is wrong.`,
            `Write "p, proj:${entry.object.metadata.name}:${role.name}, applications, get, ${entry.object.metadata.name}/*, allow".`,
            at,
          );
        }
      }
    }
  },
};

/** `p, proj:<project>:<role>, <resource>, <action>, <project>/<object>, allow|deny`. */
function isPolicy(policy: string, project: string, role: string): boolean {
  const [p, subject, resource, action, object, effect, ...rest] = policy.split(',').map((part) => part.trim());
  return (
    p === 'p' &&
    subject === `proj:${project}:${role}` &&
    ['applications', 'applicationsets', 'repositories', 'clusters', 'logs', 'exec'].includes(resource ?? '') &&
    action !== undefined &&
    action !== '' &&
    (object ?? '').startsWith(`${project}/`) &&
    ['allow', 'deny'].includes(effect ?? '') &&
    rest.length === 0
  );
}
