import { load } from 'js-yaml';
import { didYouMean, sentence } from '../../fleet/did-you-mean';
import { describe, type KubeObject } from '../../fleet/object';
import { type Fields, isMap } from '../fields';
import type { Rule } from '../rule';
import { quantityValue } from '../syntax/quantity';
import { type BackupSpec, backupsOf } from './shapes';

const CONDITIONS = ['capacity', 'storageClass', 'nfs', 'csi', 'volumeTypes', 'pvcLabels', 'pvcPhase'];
const ACTIONS = ['skip', 'snapshot', 'fs-backup', 'custom'];
const TOP = ['version', 'volumePolicies', 'includeExcludePolicy'];
const LISTS = [
  'includedClusterScopedResources',
  'excludedClusterScopedResources',
  'includedNamespaceScopedResources',
  'excludedNamespaceScopedResources',
];

export const resourcePolicy: Rule = {
  id: 'velero/resource-policy',
  holds: 'resource policies are there, and ones that Velero takes',
  category: 'reference',
  effect: 'Every backup of the Schedule is FailedValidation: nothing is saved.',
  source: 'Velero v1.18.1, internal/resourcepolicies: GetResourcePoliciesFromConfig, Validate',
  check(cluster, report) {
    for (const { entry, spec, at, namespace } of backupsOf(cluster)) {
      const { name } = spec.resourcePolicy ?? {};
      if (!name) continue;
      const say = (what: string, fix: string) =>
        report(entry, {
          message: `${describe(entry.object)}: the resource policies "${name}" ${sentence(what)}`,
          fix,
          section: `${at}.resourcePolicy`,
        });
      const map = cluster.find('ConfigMap', namespace, name)?.object;
      if (!map) {
        if (cluster.isExternal('configMaps', namespace, name)) continue;
        say(
          `are not in ${namespace}${didYouMean(name, cluster.names('ConfigMap', namespace))}`,
          'Create the ConfigMap in Velero’s namespace.',
        );
        continue;
      }
      for (const [what, fix] of problemsOf(map, spec)) say(what, fix);
    }
  },
};

type Problem = readonly [what: string, fix: string];

function* problemsOf(map: KubeObject, spec: BackupSpec): Iterable<Problem> {
  const data = (map['data'] ?? {}) as Readonly<Record<string, string>>;
  const [text, ...more] = Object.values(data);
  if (text === undefined || more.length > 0) {
    yield [`have ${Object.keys(data).length} keys`, 'One key, with the policies as YAML.'];
    return;
  }
  let policies: unknown;
  try {
    policies = load(text);
  } catch (error) {
    yield [`are no YAML: ${(error as Error).message.split('\n')[0]}`, 'Mend it.'];
    return;
  }
  if (!isMap(policies)) {
    yield ['are no map', '`version: v1`, and volumePolicies.'];
    return;
  }
  yield* unknownKeys(policies, TOP, 'of the policies');
  if (policies['version'] !== 'v1') yield [`have the version "${String(policies['version'])}"`, '`version: v1`.'];
  for (const policy of (policies['volumePolicies'] ?? []) as readonly unknown[]) yield* policyProblems(policy);
  if (isMap(policies['includeExcludePolicy'])) yield* includeExclude(policies['includeExcludePolicy'], spec);
}

function* unknownKeys(map: Fields, known: readonly string[], where: string): Iterable<Problem> {
  for (const key of Object.keys(map)) {
    if (!known.includes(key))
      yield [`have the field "${key}" ${where}${didYouMean(key, known)}`, `One of ${known.join(', ')}.`];
  }
}

function* policyProblems(policy: unknown): Iterable<Problem> {
  if (!isMap(policy)) return yield ['have a policy that is no map', 'conditions and an action.'];
  yield* unknownKeys(policy, ['conditions', 'action'], 'of a policy');
  const { action, conditions } = policy;
  const type = isMap(action) ? action['type'] : undefined;
  if (!ACTIONS.includes(String(type))) {
    yield [`have the action "${String(type)}"${didYouMean(String(type), ACTIONS)}`, `One of ${ACTIONS.join(', ')}.`];
  }
  if (!isMap(conditions)) return;
  yield* unknownKeys(conditions, CONDITIONS, 'of conditions');
  yield* capacityProblems(conditions['capacity']);
  for (const key of ['storageClass', 'volumeTypes', 'pvcPhase']) {
    if (conditions[key] !== undefined && !Array.isArray(conditions[key]))
      yield [`have ${key} that is no list`, 'Write a list.'];
  }
  for (const key of ['nfs', 'csi', 'pvcLabels']) {
    if (conditions[key] !== undefined && conditions[key] !== null && !isMap(conditions[key]))
      yield [`have ${key} that is no map`, 'Write a map.'];
  }
  const { csi, pvcLabels } = conditions;
  if (isMap(csi) && csi['volumeAttributes'] && !csi['driver'])
    yield ['ask for attributes of no driver', 'Name the driver.'];
  if (isMap(pvcLabels) && Object.values(pvcLabels).some((value) => typeof value !== 'string')) {
    yield ['have a label that is no text', 'Write it in quotes.'];
  }
}

function* capacityProblems(capacity: unknown): Iterable<Problem> {
  if (capacity === undefined) return;
  const fix = 'From and to, such as "10Gi,100Gi" or "10Gi,".';
  const parts = String(capacity)
    .split(',')
    .map((part) => part.trim());
  const [low, high] = parts.map((part) => (part === '' ? 0 : quantityValue(part)));
  if (parts.length !== 2 || low === undefined || high === undefined) {
    yield [`have the capacity "${String(capacity)}"`, fix];
  } else if (parts[1] !== '' && low > high)
    yield [`have the capacity "${String(capacity)}", which ends before it begins`, fix];
}

function* includeExclude(policy: Fields, spec: BackupSpec): Iterable<Problem> {
  yield* unknownKeys(policy, LISTS, 'of includeExcludePolicy');
  if (
    (spec.includedResources ?? []).length + (spec.excludedResources ?? []).length > 0 ||
    typeof spec.includeClusterResources === 'boolean'
  ) {
    yield ['say what is included beside filters of the old kind', 'Keep one.'];
  }
  for (const scope of ['ClusterScoped', 'NamespaceScoped']) {
    const list = (name: string) => (Array.isArray(policy[name]) ? (policy[name] as string[]) : []);
    const [includes, excludes] = [list(`included${scope}Resources`), list(`excluded${scope}Resources`)];
    if ([...includes, ...excludes].includes('*')) yield ['say "*" in includeExcludePolicy', 'Name the resources.'];
    const both = excludes.find((item) => item !== '*' && includes.includes(item));
    if (both !== undefined) yield [`both include and exclude "${both}"`, 'Take it out of one list.'];
  }
}
