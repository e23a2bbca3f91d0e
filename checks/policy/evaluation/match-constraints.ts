import type { LabelSelector } from '../../../imports/k8s';
import { selects } from '../../label-selector';
import { type Admission, namespaceLabels, resourceOfObject } from './admission';
import { Undecidable } from './verdict';

/** `matchConstraints` of the API server's admission policies, and of Kyverno's and Gatekeeper's that took it over. */
export interface MatchConstraints {
  readonly resourceRules?: readonly ResourceRule[];
  readonly excludeResourceRules?: readonly ResourceRule[];
  readonly namespaceSelector?: LabelSelector;
  readonly objectSelector?: LabelSelector;
}

export interface ResourceRule {
  readonly apiGroups?: readonly string[];
  readonly apiVersions?: readonly string[];
  readonly operations?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly scope?: string;
}

/**
 * Whether an object that is created comes to a policy. Source: Kubernetes v1.36, apiserver/pkg/admission/plugin/policy/matching.
 * @throws Undecidable for a namespace whose labels nobody knows here
 */
export function matches(constraints: MatchConstraints, admission: Admission): boolean {
  const { resourceRules, excludeResourceRules = [], namespaceSelector, objectSelector } = constraints;
  const mine = (resourceRules ?? []).filter((rule) => isOf(rule, admission));
  if (resourceRules !== undefined && resourceRules.length > 0 && mine.length === 0) return false;
  if (!selects(objectSelector ?? {}, admission.object.metadata.labels ?? {})) return false;
  if (excludeResourceRules.some((rule) => isOf(rule, admission) && isCreated(rule))) return false;
  if (!selectsNamespace(namespaceSelector, admission)) return false;
  if (mine.length === 0 || mine.some(isCreated)) return true;
  if (mine.some(({ operations = [] }) => operations.includes('UPDATE'))) {
    throw new Undecidable('looks at updates only, and so at what is in the cluster already');
  }
  return false;
}

const isCreated = ({ operations = [] }: ResourceRule) => operations.includes('CREATE') || operations.includes('*');

function selectsNamespace(selector: LabelSelector | undefined, admission: Admission): boolean {
  const { matchLabels = {}, matchExpressions = [] } = selector ?? {};
  if (Object.keys(matchLabels).length === 0 && matchExpressions.length === 0) return true;
  const labels = namespaceLabels(admission);
  return labels === undefined || selects(selector, labels);
}

function isOf(rule: ResourceRule, { object }: Admission): boolean {
  const { metadata } = object;
  const { group, version, resource } = resourceOfObject(object);
  return (
    has(rule.apiGroups, group) &&
    has(rule.apiVersions, version) &&
    (rule.resources ?? []).some((wanted) => wanted === resource || wanted === '*' || wanted === '*/*') &&
    isInScope(rule.scope, metadata.namespace) &&
    ((rule.resourceNames ?? []).length === 0 || (rule.resourceNames ?? []).includes(metadata.name))
  );
}

const has = (list: readonly string[] | undefined, value: string) =>
  list !== undefined && (list.includes('*') || list.includes(value));

function isInScope(scope: string | undefined, namespace: string | undefined): boolean {
  if (scope === 'Namespaced') return namespace !== undefined;
  return scope !== 'Cluster' || namespace === undefined;
}
