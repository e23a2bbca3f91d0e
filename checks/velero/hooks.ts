import { didYouMean, sentence } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import { selects } from '../label-selector';
import { podsOf } from '../pod-specs';
import type { Rule } from '../rule';
import { isGoDuration } from '../syntax/duration';
import { backupsOf, takesNamespace } from './shapes';

const PREFIXES = ['pre.hook.backup.velero.io/', 'post.hook.backup.velero.io/', 'hook.backup.velero.io/'];

export const hooks: Rule = {
  id: 'velero/hooks',
  holds: 'hooks name a container of the Pod and a command that can be run',
  category: 'reference',
  effect: 'The hook fails, and with it the Pod’s backup: PartiallyFailed, without its volumes.',
  source: 'Velero v1.18.1, internal/hook/item_hook_handler.go; pkg/podexec: ensureContainerExists',
  check(cluster, report) {
    for (const pods of podsOf(cluster)) {
      const { annotations } = pods;
      if (!annotations) continue;
      for (const prefix of PREFIXES) {
        const say = (what: string, fix: string) =>
          report(pods.entry, {
            message: `${describe(pods.entry.object)}: the backup hook ${sentence(what)}`,
            fix,
            section: `annotation ${prefix}`,
          });
        const command = annotations[`${prefix}command`];
        if (command === undefined) continue;
        const container = annotations[`${prefix}container`];
        const names = (pods.spec.containers ?? []).map(({ name }) => name);
        if (container !== undefined && !names.includes(container)) {
          say(
            `is for the container "${container}", which the Pod has not${didYouMean(container, names)}`,
            `One of ${names.join(', ')}.`,
          );
        }
        if (!isCommand(command)) {
          say(`has the command ${command}, which is run as one word`, 'A list as JSON: ["/bin/sh", "-c", "…"].');
        }
        const onError = annotations[`${prefix}on-error`];
        if (onError !== undefined && onError !== 'Continue' && onError !== 'Fail') {
          say(`says "${onError}" for an error, which is taken for Fail`, 'Continue or Fail.');
        }
        const timeout = annotations[`${prefix}timeout`];
        if (timeout !== undefined && !isGoDuration(timeout)) {
          say(`has the timeout "${timeout}", which is taken for 30s`, 'Write it as Go does: "2m".');
        }
      }
    }
    for (const { entry, spec, at } of backupsOf(cluster)) {
      for (const [i, hook] of (spec.hooks?.resources ?? []).entries()) {
        const pods = podsOf(cluster).filter(
          ({ entry: pod, labels }) =>
            takesNamespace({ includedNamespaces: hook.includedNamespaces }, pod.object.metadata.namespace ?? '') &&
            takesNamespace(spec, pod.object.metadata.namespace ?? '') &&
            (!hook.labelSelector || selects(hook.labelSelector as never, labels)),
        );
        for (const { exec } of [...(hook.pre ?? []), ...(hook.post ?? [])]) {
          const names = pods.flatMap((p) => (p.spec.containers ?? []).map(({ name }) => name));
          const say = (what: string, fix: string) =>
            report(entry, {
              message: `${describe(entry.object)}: the hook "${hook.name}" ${sentence(what)}`,
              fix,
              section: `${at}.hooks.resources[${i}]`,
            });
          if (exec && (exec.command ?? []).length === 0) say('has no command', 'Say it: ["/bin/sh", "-c", "…"].');
          if (exec?.container && names.length > 0 && !names.includes(exec.container)) {
            say(
              `is for the container "${exec.container}", which none of its Pods has${didYouMean(exec.container, names)}`,
              `One of ${[...new Set(names)].join(', ')}.`,
            );
          }
        }
      }
    }
  },
};

/** A list as JSON, or one word. */
function isCommand(text: string): boolean {
  if (!text.trim().startsWith('[')) return !/\s/.test(text.trim());
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) && parsed.length > 0 && parsed.every((item) => typeof item === 'string');
  } catch {
    return false;
  }
}
