import { groupOf, type KubeObject } from '../../../fleet/object';
import type { LabelSelector } from '../../../imports/k8s';
import { selects } from '../../label-selector';
import { type Admission, nameOf, namespaceLabels } from './admission';
import { type CelPolicy, type Validation, validate } from './cel-policy';
import { matchesWildcard } from './kyverno/wildcard';
import type { CompiledPolicy, Find } from './policy';
import { skip, Undecidable, type Verdict } from './verdict';

interface Match {
  readonly kinds?: readonly { readonly apiGroups?: readonly string[]; readonly kinds?: readonly string[] }[];
  readonly scope?: string;
  readonly name?: string;
  readonly namespaces?: readonly string[];
  readonly excludedNamespaces?: readonly string[];
  readonly namespaceSelector?: LabelSelector;
  readonly labelSelector?: LabelSelector;
}

interface ConstraintSpec {
  readonly match?: Match;
  readonly enforcementAction?: string;
  readonly scopedEnforcementActions?: readonly { readonly action?: string }[];
}

/** Where an action is for some enforcement points only, the webhook is taken for one of them. */
function isDenied({ enforcementAction = 'deny', scopedEnforcementActions = [] }: ConstraintSpec): boolean {
  return enforcementAction === 'scoped'
    ? scopedEnforcementActions.some(({ action }) => action === 'deny')
    : enforcementAction === 'deny';
}

interface Target {
  readonly rego?: string;
  readonly code?: readonly { readonly engine: string; readonly source: CelSource }[];
}

interface CelSource extends Partial<CelPolicy> {
  readonly validations: readonly Validation[];
}

/** The label of Namespaces that Gatekeeper leaves alone. */
const IGNORE = 'admission.gatekeeper.sh/ignore';

/** A constraint of Gatekeeper with its template. Source: open-policy-agent/gatekeeper v3.23.0, pkg/mutation/match and pkg/drivers/k8scel. */
export function constraint(object: KubeObject, find: Find): CompiledPolicy | undefined {
  const template = find('templates.gatekeeper.sh/ConstraintTemplate', undefined, object.kind.toLowerCase());
  if (!template) return undefined;
  const spec = (object['spec'] ?? {}) as ConstraintSpec;
  const [target = {}] = ((template['spec'] ?? {}) as { readonly targets?: readonly Target[] }).targets ?? [];
  const evaluate = (admission: Admission): Verdict => {
    if (isIgnored(admission) || !isFor(spec.match ?? {}, admission)) return skip('does not match');
    return evaluateTarget(target, object, admission);
  };
  const rule = { enforces: () => isDenied(spec), evaluate };
  return { object, engine: 'gatekeeper', rules: [rule], mutations: [] };
}

function evaluateTarget({ code = [] }: Target, object: KubeObject, admission: Admission): Verdict {
  const source = code.find(({ engine }) => engine === 'K8sNativeValidation')?.source;
  if (!source) throw new Undecidable('is written in Rego, which is not understood here');
  const { failurePolicy = 'Fail', matchConditions = [], variables = [], validations } = source;
  const given = [
    { name: 'params', expression: 'params.spec.?parameters.orValue({})' },
    { name: 'anyObject', expression: 'object' },
  ];
  return validate(
    { failurePolicy, matchConditions, variables: [...given, ...variables], validations, more: { params: object } },
    admission,
  );
}

function isIgnored(admission: Admission): boolean {
  const { object, cluster } = admission;
  const namespace = object.kind === 'Namespace' ? object : cluster.namespace(object.metadata.namespace ?? '');
  return namespace?.metadata.labels?.[IGNORE] !== undefined;
}

function isFor(match: Match, admission: Admission): boolean {
  const { kinds = [], scope = '*', name, namespaces = [], excludedNamespaces = [], labelSelector } = match;
  const { metadata, kind, apiVersion } = admission.object;
  const has = (list: readonly string[] = [], value: string) => list.includes('*') || list.includes(value);
  if (kinds.length > 0 && !kinds.some((each) => has(each.apiGroups, groupOf(apiVersion)) && has(each.kinds, kind)))
    return false;
  const namespace = kind === 'Namespace' ? metadata.name : metadata.namespace;
  if (scope === 'Namespaced' && metadata.namespace === undefined) return false;
  if (scope === 'Cluster' && metadata.namespace !== undefined) return false;
  if (name !== undefined && !matchesWildcard(name, nameOf(admission.object))) return false;
  const isIn = (list: readonly string[]) => list.some((each) => matchesWildcard(each, namespace ?? ''));
  if (namespaces.length > 0 && namespace !== undefined && !isIn(namespaces)) return false;
  if (namespace !== undefined && isIn(excludedNamespaces)) return false;
  if (labelSelector && !selects(labelSelector, metadata.labels ?? {})) return false;
  if (!match.namespaceSelector || namespace === undefined) return true;
  return selects(match.namespaceSelector, namespaceLabels(admission) ?? {});
}
