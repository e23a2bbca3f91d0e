import { load } from 'js-yaml';
import { didYouMean, sentence } from '../../fleet/did-you-mean';
import { describe, type KubeObject } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import { BACKUP, type BackupSpec, RESTORE, SCHEDULE, type ScheduleSpec, takesNamespace } from './shapes';

interface RestoreSpec {
  readonly backupName?: string;
  readonly scheduleName?: string;
  readonly includedResources?: readonly string[];
  readonly existingResourcePolicy?: string;
  readonly namespaceMapping?: Readonly<Record<string, string>>;
  readonly resourceModifier?: { readonly kind?: string; readonly name?: string };
  readonly hooks?: {
    readonly resources?: readonly { readonly name?: string; readonly postHooks?: readonly PostHook[] }[];
  };
}

interface PostHook {
  readonly exec?: { readonly command?: readonly string[] };
  readonly init?: {
    readonly initContainers?: readonly {
      readonly name?: string;
      readonly image?: string;
      readonly command?: readonly string[];
    }[];
  };
}

/** What Velero never restores. Source: pkg/controller/restore_controller.go: nonRestorableResources. */
const NEVER = [
  ...['nodes', 'events', 'events.events.k8s.io', 'backups.velero.io', 'restores.velero.io'],
  ...['resticrepositories.velero.io', 'csinodes.storage.k8s.io', 'volumeattachments.storage.k8s.io'],
  'backuprepositories.velero.io',
];

export const restore: Rule = {
  id: 'velero/restore',
  holds: 'a Restore names one source, and asks only for what can come back',
  effect: 'The Restore is FailedValidation: nothing comes back.',
  source: 'Velero v1.18.1, pkg/controller/restore_controller.go: validateAndComplete; internal/resourcemodifiers',
  check(cluster, report) {
    for (const entry of cluster.ofKind(RESTORE)) {
      const spec = specOf<RestoreSpec>(entry);
      const namespace = entry.object.metadata.namespace ?? '';
      for (const [what, fix, section] of problemsOf(cluster, spec, namespace)) {
        report(entry, { message: `${describe(entry.object)} ${sentence(what)}`, fix, section: `spec.${section}` });
      }
    }
  },
};

type Problem = readonly [what: string, fix: string, section: string];

function* problemsOf(cluster: ClusterView, spec: RestoreSpec, namespace: string): Iterable<Problem> {
  const { backupName, scheduleName } = spec;
  if (Boolean(backupName) === Boolean(scheduleName)) {
    yield [
      backupName ? 'names a backup and a schedule' : 'names neither a backup nor a schedule',
      'Name one of them.',
      'backupName',
    ];
  }
  const kind = backupName ? BACKUP : SCHEDULE;
  const name = backupName || scheduleName || '';
  const source = cluster.find(kind, namespace, name);
  const names = cluster.names(kind, namespace);
  if (!source && name && Boolean(backupName) !== Boolean(scheduleName) && !cluster.model.argocd) {
    yield [
      `is of the ${kind === BACKUP ? 'backup' : 'schedule'} "${name}", which is not in ${namespace}${didYouMean(name, names)}`,
      'Name one that is there.',
      'backupName',
    ];
  }
  for (const resource of spec.includedResources ?? []) {
    if (NEVER.includes(resource))
      yield [`brings back ${resource}, which Velero never does`, 'Take it out.', 'includedResources'];
  }
  const policy = spec.existingResourcePolicy;
  if (policy && policy !== 'none' && policy !== 'update') {
    yield [
      `has the existingResourcePolicy "${policy}"${didYouMean(policy, ['none', 'update'])}`,
      'none or update.',
      'existingResourcePolicy',
    ];
  }
  const saved: BackupSpec | undefined =
    source && (kind === BACKUP ? specOf<BackupSpec>(source) : specOf<ScheduleSpec>(source).template);
  for (const from of Object.keys(spec.namespaceMapping ?? {})) {
    if (!saved || takesNamespace(saved, from)) continue;
    yield [
      `maps the namespace "${from}", which is not in the backup`,
      `Of it are ${(saved.includedNamespaces ?? []).join(', ')}.`,
      'namespaceMapping',
    ];
  }
  for (const { init, exec } of (spec.hooks?.resources ?? []).flatMap((hook) => hook.postHooks ?? [])) {
    if ((init?.initContainers ?? []).some((c) => !c.name || !c.image || (c.command ?? []).length === 0)) {
      yield ['has an init container without name, image or command', 'Say all three.', 'hooks'];
    }
    if (exec && (exec.command ?? []).length === 0) yield ['has a hook without a command', 'Say it.', 'hooks'];
  }
  yield* modifierProblems(cluster, spec, namespace);
}

const OPERATIONS = ['add', 'remove', 'replace', 'test', 'move', 'copy'];

function* modifierProblems(
  cluster: ClusterView,
  { resourceModifier }: RestoreSpec,
  namespace: string,
): Iterable<Problem> {
  const { kind = '', name = '' } = resourceModifier ?? {};
  if (!resourceModifier || kind.toLowerCase() !== 'configmap') return;
  const at = 'resourceModifier';
  const map = cluster.find('ConfigMap', namespace, name)?.object;
  if (!map) {
    yield [`is changed by the ConfigMap "${name}", which is not in ${namespace}`, 'Create it there.', at];
    return;
  }
  for (const problem of rulesProblems(map))
    yield [`is changed by "${name}", which ${problem}`, 'Mend the ConfigMap.', at];
}

interface ModifierRule {
  readonly conditions?: { readonly groupResource?: string };
  readonly patches?: readonly { readonly operation?: string; readonly path?: string }[];
  readonly mergePatches?: readonly object[];
  readonly strategicPatches?: readonly object[];
}

function* rulesProblems(map: KubeObject): Iterable<string> {
  const texts = Object.values((map['data'] ?? {}) as Readonly<Record<string, string>>);
  if (texts.length !== 1) return yield `has ${texts.length} keys instead of one`;
  let content: { version?: string; resourceModifierRules?: readonly ModifierRule[] } | null;
  try {
    content = load(texts[0] ?? '') as typeof content;
  } catch {
    return yield 'is no YAML';
  }
  if (content?.version?.toLowerCase() !== 'v1') yield `has the version "${content?.version}"`;
  const rules = content?.resourceModifierRules ?? [];
  if (rules.length === 0) yield 'has no rules';
  for (const { conditions, patches = [], mergePatches = [], strategicPatches = [] } of rules) {
    if (!conditions?.groupResource) yield 'has a rule without a groupResource';
    if ([patches, mergePatches, strategicPatches].filter((list) => list.length > 0).length > 1)
      yield 'has a rule with two kinds of patches';
    for (const { operation = '', path = '' } of patches) {
      if (!OPERATIONS.includes(operation)) yield `has the operation "${operation}"`;
      if (path === '') yield 'has a patch without a path';
    }
  }
}
