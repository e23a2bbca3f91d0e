import { splitApiVersion } from '../../../../fleet/object';
import type { LabelSelector } from '../../../../imports/k8s';
import { selects } from '../../../label-selector';
import { type Admission, nameOf, namespaceLabels } from '../admission';
import { Undecidable } from '../verdict';
import { hasWildcard, matchesWildcard } from './wildcard';

/** A rule's `match` or `exclude`. */
export interface Selection extends Filter {
  readonly any?: readonly Filter[];
  readonly all?: readonly Filter[];
}

export interface Filter {
  readonly resources?: ResourceDescription;
  readonly roles?: readonly string[];
  readonly clusterRoles?: readonly string[];
  readonly subjects?: readonly unknown[];
}

interface ResourceDescription {
  readonly kinds?: readonly string[];
  readonly name?: string;
  readonly names?: readonly string[];
  readonly namespaces?: readonly string[];
  readonly annotations?: Readonly<Record<string, string>>;
  readonly selector?: LabelSelector;
  readonly namespaceSelector?: LabelSelector;
  readonly operations?: readonly string[];
}

/** Whether a rule is for an object. Source: Kyverno v1.19, pkg/engine/utils/match.go. @throws Undecidable */
export function isSelected(match: Selection, exclude: Selection | undefined, admission: Admission): boolean {
  const { any, all } = match;
  const found = any?.length
    ? any.some((filter) => takes(filter, admission, 'match'))
    : (all?.length ? all : [match]).every((filter) => takes(filter, admission, 'match'));
  if (!found) return false;
  if (exclude === undefined) return true;
  if (exclude.any?.length) return !exclude.any.some((filter) => takes(filter, admission, 'exclude'));
  return !(exclude.all?.length ? exclude.all : [exclude]).every((filter) => takes(filter, admission, 'exclude'));
}

function takes(filter: Filter, admission: Admission, side: 'match' | 'exclude'): boolean {
  const { resources = {}, roles = [], clusterRoles = [], subjects = [] } = filter;
  const empty = Object.keys(resources).length === 0;
  const byUser = roles.length + clusterRoles.length + subjects.length > 0;
  if (empty && !byUser) return false;
  if (!describes(resources, admission)) return false;
  if (byUser) throw new Undecidable(`asks who makes the request (${side})`);
  return true;
}

function describes(wanted: ResourceDescription, admission: Admission): boolean {
  const { object } = admission;
  const { metadata, kind } = object;
  const { kinds, name, names, namespaces, annotations, selector, namespaceSelector, operations } = wanted;
  if (operations?.length && !operations.includes('CREATE')) {
    if (
      operations.includes('UPDATE') &&
      (!kinds?.length || kinds.some((each) => isKind(each, object.apiVersion, kind)))
    ) {
      throw new Undecidable('looks at updates only, and so at what is in the cluster already');
    }
    return false;
  }
  if (kinds?.length && !kinds.some((each) => isKind(each, object.apiVersion, kind))) return false;
  if (name !== undefined && name !== '' && !matchesWildcard(name, nameOf(object))) return false;
  if (names?.length && !names.some((each) => matchesWildcard(each, nameOf(object)))) return false;
  const namespace = kind === 'Namespace' ? metadata.name : (metadata.namespace ?? '');
  if (namespaces?.length && !namespaces.some((each) => matchesWildcard(each, namespace))) return false;
  if (annotations && !hasTags(annotations, metadata.annotations)) return false;
  if (selector && !selects(expanded(selector, metadata.labels), metadata.labels ?? {})) return false;
  if (namespaceSelector === undefined) return true;
  if (kind === 'Namespace') return false;
  const labels = namespaceLabels(admission) ?? {};
  return selects(expanded(namespaceSelector, labels), labels);
}

/** Whether a kind as policies write it (`Pod`, `apps/v1/Deployment`, `*`, `batch/v1/CronJob`) is an object's. */
function isKind(written: string, apiVersion: string, kind: string): boolean {
  const { group, version } = splitApiVersion(apiVersion);
  const parts = written.split('/');
  // A subresource (`Pod/exec`) is never an object of its own.
  if (parts.length > 1 && /^[a-z]/.test(parts.at(-1) ?? '')) return false;
  const wantedKind = parts.at(-1) ?? '';
  const wantedVersion = parts.length > 1 ? (parts.at(-2) ?? '*') : '*';
  const wantedGroup =
    parts.length > 2 ? (parts.at(-3) ?? '*') : parts.length === 2 && !isVersion(wantedVersion) ? undefined : '*';
  return (
    matchesWildcard(wantedKind, kind) &&
    matchesWildcard(wantedVersion, version) &&
    (wantedGroup === undefined || matchesWildcard(wantedGroup, group))
  );
}

const isVersion = (text: string) => text === '*' || /^v\d/.test(text);

function hasTags(wanted: Readonly<Record<string, string>>, there: Readonly<Record<string, string>> = {}): boolean {
  return Object.entries(wanted).every(([key, value]) =>
    Object.entries(there).some(([k, v]) => matchesWildcard(key, k) && matchesWildcard(value, v)),
  );
}

/** Labels with wildcards become those of the object that they match. */
function expanded(selector: LabelSelector, labels: Readonly<Record<string, string>> = {}): LabelSelector {
  const { matchLabels } = selector;
  if (!matchLabels || !Object.entries(matchLabels).some(([key, value]) => hasWildcard(key + value))) return selector;
  const found = Object.entries(matchLabels).map(
    ([key, value]) =>
      Object.entries(labels).find(([k, v]) => matchesWildcard(key, k) && matchesWildcard(value, v)) ?? [key, value],
  );
  return { ...selector, matchLabels: Object.fromEntries(found) };
}
