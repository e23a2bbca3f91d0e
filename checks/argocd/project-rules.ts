import { describe } from '../../fleet/object';
import type { AppProjectSpec } from '../../imports/argoproj.io';
import type { Rule } from '../rule';
import { cronProblem } from '../syntax/cron';
import { goDurationFix, isGoDuration } from '../syntax/duration';

const ROLE_NAME = /^[a-zA-Z0-9]([-_a-zA-Z0-9]*[a-zA-Z0-9])?$/;

export const projectRules: Rule = {
  id: 'argocd/project-rules',
  holds: 'sync windows and role policies of an AppProject are what Argo CD takes',
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
      const windows = (spec.syncWindows ?? []).map((window) => JSON.stringify(window, Object.keys(window).sort()));
      if (repeated(windows) !== undefined) say('it has a sync window twice.', 'Take one away.', 'spec.syncWindows');
      const destinations = (spec.destinations ?? []).map((d) => `${d.server || d.name || ''}/${d.namespace ?? ''}`);
      const accounts = spec.destinationServiceAccounts ?? [];
      for (const [field, list] of [
        ['sourceRepos', spec.sourceRepos],
        ['sourceNamespaces', spec.sourceNamespaces],
        ['destinations', destinations],
        ['destinationServiceAccounts', accounts.map(({ server, namespace }) => `${server}/${namespace ?? ''}`)],
      ] as const) {
        const twice = repeated(list);
        if (twice !== undefined) say(`${field} has "${twice}" twice.`, 'Take one away.', `spec.${field}`);
      }
      const everything = [
        ...(spec.sourceRepos ?? []),
        ...(spec.destinations ?? []).flatMap((d) => [d.name, d.server, d.namespace]),
      ];
      if (everything.includes('!*')) say('"!*" forbids everything, which is no pattern.', 'Take it away.', 'spec');
      for (const { server = '', namespace = '', defaultServiceAccount = '' } of accounts) {
        const at = 'spec.destinationServiceAccounts';
        if (`${server}${namespace}`.includes('!'))
          say(`the service account "${defaultServiceAccount}" is for a denial.`, 'Name what it is for.', at);
        if (defaultServiceAccount.trim() === '' || /[!*[\]{}\\/]/.test(defaultServiceAccount)) {
          say(`"${defaultServiceAccount}" is no service account.`, 'A name, or `<namespace>:<name>`.', at);
        }
      }
      const names = new Set<string>();
      for (const role of spec.roles ?? []) {
        const at = `spec.roles[${role.name}]`;
        if (names.has(role.name)) say(`it has two roles "${role.name}".`, 'Make one of them.', at);
        names.add(role.name);
        if (!ROLE_NAME.test(role.name))
          say(`"${role.name}" is no name for a role.`, 'Letters, digits, dashes and underscores.', at);
        for (const group of role.groups ?? []) {
          const problem = groupProblem(group);
          if (problem)
            say(`the group "${group}" of role ${role.name} ${problem}.`, 'Write it as the identity provider does.', at);
        }
        for (const [what, list] of [
          ['policy', role.policies],
          ['group', role.groups],
        ] as const) {
          const twice = repeated(list);
          if (twice !== undefined) say(`role ${role.name} has the ${what} "${twice}" twice.`, 'Take one away.', at);
        }
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
    isAction(action ?? '') &&
    isObject(object ?? '', project) &&
    ['allow', 'deny'].includes(effect ?? '') &&
    rest.length === 0
  );
}

const ACTIONS = ['get', 'create', 'update', 'delete', 'sync', 'override', '*'];
const isAction = (action: string) => ACTIONS.includes(action) || /(?:action|update|delete)\/.*/.test(action);

/** `<project>[/<namespace>]/<application>`. */
function isObject(object: string, project: string): boolean {
  return object.startsWith(`${project}/`) && /^(?:\/[*\w.-]+){1,2}$/.test(object.slice(project.length));
}

function groupProblem(group: string): string | undefined {
  const trimmed = group.trim();
  const isQuoted = trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"');
  const name = isQuoted ? trimmed.slice(1, -1) : trimmed;
  if (!isQuoted && name.includes(',')) return 'has a comma, and is not quoted';
  if (name === '') return 'is empty';
  if (/["\n\r\t]/.test(name)) return 'has a quote, a tab or a new line in it';
  return group === trimmed || group.length < 2 ? undefined : 'has a space around it';
}

/** What a list has twice. */
function repeated(list: readonly string[] = []): string | undefined {
  const seen = new Set<string>();
  // A list may be long: an application in it is a destination.
  return list.find((item) => seen.size === seen.add(item).size);
}
