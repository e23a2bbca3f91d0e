import type { KubeObject } from '../../../fleet/object';
import { groupKind } from '../../../fleet/object';
import type { Admission } from './admission';
import { type CelPolicy, type Validation, validate } from './cel-policy';
import { type MatchConstraints, matches } from './match-constraints';
import { celMutation, type MutatingSpec } from './mutation/cel-mutation';
import type { CompiledPolicy, Find } from './policy';
import { skip, Undecidable, type Verdict } from './verdict';

interface PolicySpec {
  readonly failurePolicy?: CelPolicy['failurePolicy'];
  readonly matchConstraints?: MatchConstraints;
  readonly matchConditions?: CelPolicy['matchConditions'];
  readonly variables?: CelPolicy['variables'];
  readonly validations?: readonly Validation[];
  readonly paramKind?: { readonly apiVersion: string; readonly kind: string };
}

interface BindingSpec {
  readonly policyName?: string;
  readonly validationActions?: readonly string[];
  readonly matchResources?: MatchConstraints;
  readonly paramRef?: {
    readonly name?: string;
    readonly namespace?: string;
    readonly parameterNotFoundAction?: string;
  };
}

const GROUP = 'admissionregistration.k8s.io';

/** A ValidatingAdmissionPolicy as a binding lets it hold; without one it does nothing. */
export function boundPolicy(binding: KubeObject, find: Find): CompiledPolicy | undefined {
  const bound = (binding['spec'] ?? {}) as BindingSpec;
  const policy = find(`${GROUP}/ValidatingAdmissionPolicy`, undefined, bound.policyName ?? '');
  if (!policy) return undefined;
  const spec = (policy['spec'] ?? {}) as PolicySpec;
  const evaluate = (admission: Admission): Verdict => {
    if (!matches(spec.matchConstraints ?? {}, admission)) return skip('does not match');
    if (bound.matchResources && !matches(bound.matchResources, admission)) return skip('is not bound here');
    const more = spec.paramKind ? { params: paramsOf(spec.paramKind, bound, find, admission) } : {};
    const { failurePolicy = 'Fail', matchConditions = [], variables = [], validations = [] } = spec;
    return validate({ failurePolicy, matchConditions, variables, validations, more }, admission);
  };
  const rule = { enforces: () => bound.validationActions?.includes('Deny') ?? false, evaluate };
  return { object: policy, engine: 'api-server', rules: [rule], mutations: [] };
}

/** @throws Undecidable for parameters that are not written here */
function paramsOf(
  { apiVersion, kind }: NonNullable<PolicySpec['paramKind']>,
  { paramRef = {} }: BindingSpec,
  find: Find,
  { object }: Admission,
): unknown {
  const { name, namespace = object.metadata.namespace } = paramRef;
  const found = name === undefined ? undefined : find(groupKind(apiVersion, kind), namespace, name);
  const anywhere = found ?? (name === undefined ? undefined : find(groupKind(apiVersion, kind), undefined, name));
  if (anywhere) return anywhere;
  throw new Undecidable(`takes parameters from ${kind} "${name ?? '(selected by labels)'}", which is not written here`);
}

/** A MutatingAdmissionPolicy as a binding lets it hold. */
export function mutatingAdmissionPolicy(binding: KubeObject, find: Find): CompiledPolicy | undefined {
  const bound = (binding['spec'] ?? {}) as BindingSpec;
  const policy = find(`${GROUP}/MutatingAdmissionPolicy`, undefined, bound.policyName ?? '');
  if (!policy) return undefined;
  const spec = (policy['spec'] ?? {}) as MutatingSpec & PolicySpec;
  // The API server carries nothing over to what makes Pods.
  const mutation = celMutation({ ...spec, autogen: { podControllers: { controllers: [] } } });
  const mutate = (admission: Admission) => {
    if (bound.matchResources && !matches(bound.matchResources, admission)) return undefined;
    if (spec.paramKind) throw new Undecidable('takes parameters from an object in the cluster');
    return mutation(admission);
  };
  return { object: policy, engine: 'api-server', rules: [], mutations: [{ mutate }] };
}
