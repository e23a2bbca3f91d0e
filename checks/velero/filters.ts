import type { Entry } from '../../fleet/model';
import { DNS_LABEL } from '../../fleet/names';
import { describe } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import { type BackupSpec, backupsOf, RESTORE } from './shapes';

export const filters: Rule = {
  id: 'velero/filters',
  holds: 'includes, excludes and selectors are ones that Velero takes',
  effect: 'Every backup of the Schedule is FailedValidation: nothing is saved.',
  source: 'Velero v1.18.1, pkg/util/collections/includes_excludes.go; pkg/controller/{backup,restore}_controller.go',
  check(cluster, report) {
    const tell = (entry: Entry, at: string, problems: Iterable<Problem>) => {
      for (const [what, fix, field] of problems) {
        report(entry, { message: `${describe(entry.object)} ${what}.`, fix, section: `${at}.${field}` });
      }
    };
    for (const { entry, spec, at } of backupsOf(cluster)) tell(entry, at, backupProblems(cluster, spec));
    for (const entry of cluster.ofKind(RESTORE)) tell(entry, 'spec', restoreProblems(specOf<BackupSpec>(entry)));
  },
};

type Problem = readonly [what: string, fix: string, field: string];
type List = readonly string[] | undefined;

function* backupProblems(cluster: ClusterView, spec: BackupSpec): Iterable<Problem> {
  const scoped = [
    spec.includedClusterScopedResources,
    spec.excludedClusterScopedResources,
    spec.includedNamespaceScopedResources,
    spec.excludedNamespaceScopedResources,
  ].some((list) => (list ?? []).length > 0);
  const old =
    (spec.includedResources ?? []).length > 0 ||
    (spec.excludedResources ?? []).length > 0 ||
    (spec.includeClusterResources !== undefined && spec.includeClusterResources !== null);
  if (scoped && old) {
    yield ['has filters of the old kind and scoped ones', 'Keep the scoped ones.', 'includedResources'];
  }
  if (old) yield* listProblems('resources', spec.includedResources, spec.excludedResources, 'includedResources');
  yield* scopedProblems(
    'cluster-scoped resources',
    spec.includedClusterScopedResources,
    spec.excludedClusterScopedResources,
    'includedClusterScopedResources',
  );
  yield* scopedProblems(
    'namespaced resources',
    spec.includedNamespaceScopedResources,
    spec.excludedNamespaceScopedResources,
    'includedNamespaceScopedResources',
  );
  const included = (spec.includedNamespaces ?? []).length > 0 ? spec.includedNamespaces : ['*'];
  yield* listProblems('namespaces', included, spec.excludedNamespaces, 'includedNamespaces');
  for (const name of [...(spec.includedNamespaces ?? []), ...(spec.excludedNamespaces ?? [])]) {
    // A Namespace of that name has a finding of its own.
    const problem = cluster.find('Namespace', undefined, name) ? undefined : namespaceProblem(name);
    if (problem)
      yield [
        `names the namespace "${name}", which ${problem}`,
        'A name, or a glob of *, ? and [abc].',
        'includedNamespaces',
      ];
  }
  yield* selectorProblems(spec);
}

function* restoreProblems(spec: BackupSpec): Iterable<Problem> {
  yield* listProblems('resources', spec.includedResources, spec.excludedResources, 'includedResources');
  yield* listProblems('namespaces', spec.includedNamespaces, spec.excludedNamespaces, 'includedNamespaces');
  yield* selectorProblems(spec);
}

function* selectorProblems({ labelSelector, orLabelSelectors }: BackupSpec): Iterable<Problem> {
  if (labelSelector && orLabelSelectors && orLabelSelectors.length > 0) {
    yield ['has a labelSelector and orLabelSelectors', 'Keep one of them.', 'labelSelector'];
  }
}

function* listProblems(what: string, includes: List = [], excludes: List = [], field: string): Iterable<Problem> {
  const all = new Set(includes);
  if (all.size > 1 && all.has('*')) yield [`includes "*" of ${what}, and others beside it`, '"*" stands alone.', field];
  if (excludes.includes('*'))
    yield [`excludes all ${what}`, 'Name those that are left out.', field.replace('included', 'excluded')];
  yield* overlap(what, all, excludes, field);
}

/** Of scoped filters everything may be excluded, where nothing is included. */
function* scopedProblems(what: string, includes: List = [], excludes: List = [], field: string): Iterable<Problem> {
  const all = new Set(includes);
  const without = new Set(excludes);
  if (all.size > 1 && all.has('*')) yield [`includes "*" of ${what}, and others beside it`, '"*" stands alone.', field];
  if (without.size > 1 && without.has('*'))
    yield [`excludes "*" of ${what}, and others beside it`, '"*" stands alone.', field];
  if (without.has('*') && all.size > 0) yield [`excludes all ${what}, and includes some`, 'Take one list away.', field];
  yield* overlap(what, all, excludes, field);
}

function* overlap(
  what: string,
  includes: ReadonlySet<string>,
  excludes: readonly string[],
  field: string,
): Iterable<Problem> {
  for (const item of new Set(excludes)) {
    if (item !== '*' && includes.has(item))
      yield [`both includes and excludes "${item}" of ${what}`, 'Take it out of one list.', field];
  }
}

function namespaceProblem(name: string): string | undefined {
  if (name === '' || name === '*') return undefined;
  if (/[|()!{},]/.test(name)) return 'has one of | ( ) ! { } , in it';
  if (name.includes('**')) return 'has two asterisks together';
  if (name.includes('[]')) return 'has empty brackets';
  const opened = bracketProblem(name);
  if (opened) return opened;
  return DNS_LABEL.test(name.replace(/[*?[\]]/g, 'x')) ? undefined : 'is none';
}

function bracketProblem(name: string): string | undefined {
  let open = false;
  for (const char of name) {
    if (char === ']' && !open) return 'closes a bracket that is not open';
    if (char === '[') open = true;
    if (char === ']') open = false;
  }
  return open ? 'opens a bracket and does not close it' : undefined;
}
