import { SYNC_OPTIONS } from '../../fleet/derive/annotations';
import { PROTECTED_KINDS } from '../../fleet/derive/stateful-kinds';
import { didYouMean } from '../../fleet/did-you-mean';
import { describe, groupKind, type KubeObject } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import type { Rule } from '../rule';

/** Options of an Application, by the values that each takes. */
const APPLICATION: Readonly<Record<string, readonly string[]>> = {
  Validate: ['true', 'false'],
  CreateNamespace: ['true', 'false'],
  PrunePropagationPolicy: ['foreground', 'background', 'orphan'],
  PruneLast: ['true', 'false'],
  Prune: ['false', 'confirm'],
  Delete: ['false', 'confirm'],
  ApplyOutOfSyncOnly: ['true', 'false'],
  Replace: ['true', 'false'],
  ServerSideApply: ['true', 'false'],
  ClientSideApplyMigration: ['true', 'false'],
  FailOnSharedResource: ['true', 'false'],
  RespectIgnoreDifferences: ['true', 'false'],
  SkipDryRunOnMissingResource: ['true', 'false'],
};

/** Options of one resource. */
const RESOURCE: Readonly<Record<string, readonly string[]>> = {
  Prune: ['false', 'confirm', 'true'],
  Delete: ['false', 'confirm', 'true'],
  PruneLast: ['true', 'false'],
  Validate: ['true', 'false'],
  Replace: ['true', 'false'],
  Force: ['true', 'false'],
  ServerSideApply: ['true', 'false'],
  ClientSideApplyMigration: ['true', 'false'],
  SkipDryRunOnMissingResource: ['true', 'false'],
};

export const syncOptions: Rule = {
  id: 'argocd/sync-options',
  holds: 'sync options are spelled right; nothing that holds data is replaced',
  effect: 'Argo CD ignores an option that it does not know, without a word: what it should protect is not protected.',
  source: 'Argo CD v3.5.1, docs/user-guide/sync-options.md',
  check(cluster, report) {
    for (const entry of cluster.annotated) {
      const annotation = entry.object.metadata.annotations?.[SYNC_OPTIONS];
      if (typeof annotation !== 'string') continue;
      for (const option of annotation.split(',').map((o) => o.trim())) {
        const problem = problemOf(option, RESOURCE);
        if (problem) {
          report(entry, {
            message: `${describe(entry.object)}: ${SYNC_OPTIONS} has "${option}"${problem}`,
            fix: `Write options as they are: ${spelled(RESOURCE)}.`,
            section: `metadata.annotations.${SYNC_OPTIONS}`,
          });
        }
        const dangerous = /^(?:Replace|Force)=true$/.test(option);
        if (dangerous && PROTECTED_KINDS.has(groupKind(entry.object.apiVersion, entry.object.kind))) {
          report(entry, {
            message: `${describe(entry.object)}: ${option} deletes and creates it anew, with the data in it.`,
            fix: 'Take the option away; ServerSideApply=true does for large objects.',
            section: `metadata.annotations.${SYNC_OPTIONS}`,
          });
        }
      }
    }
    for (const entry of cluster.ofKind('argoproj.io/Application')) {
      const spec = entry.object['spec'] as { syncPolicy?: { syncOptions?: readonly string[] } } | undefined;
      for (const option of spec?.syncPolicy?.syncOptions ?? []) {
        const problem = problemOf(option, APPLICATION);
        const held = option === 'Replace=true' ? protectedIn(cluster, entry.object.metadata.name) : undefined;
        if (held) {
          report(entry, {
            message: `${describe(entry.object)}: Replace=true deletes and creates every object anew, ${describe(held)} with its data among them.`,
            fix: 'Take the option away; ServerSideApply=true does for large objects.',
            section: 'spec.syncPolicy.syncOptions',
          });
        }
        if (!problem) continue;
        report(entry, {
          message: `${describe(entry.object)}: the sync option "${option}"${problem}`,
          fix: `Write options as they are: ${spelled(APPLICATION)}.`,
          section: 'spec.syncPolicy.syncOptions',
        });
      }
    }
  },
};

/** An object that holds data in the application of this name. */
function protectedIn({ model }: ClusterView, name: string): KubeObject | undefined {
  const application = model.applications.find((a) => `${model.argocd?.prefix ?? ''}${a.name}` === name);
  return application?.objects.find(({ object }) => PROTECTED_KINDS.has(groupKind(object.apiVersion, object.kind)))
    ?.object;
}

function problemOf(option: string, known: Readonly<Record<string, readonly string[]>>): string | undefined {
  const [name = '', value = ''] = option.split('=');
  const values = Object.hasOwn(known, name) ? known[name] : undefined;
  if (!values) return ` is none that Argo CD knows.${didYouMean(name, Object.keys(known))}`;
  return values.includes(value) ? undefined : ` takes ${values.join(' or ')}.`;
}

const spelled = (known: object) => Object.keys(known).join(', ');
