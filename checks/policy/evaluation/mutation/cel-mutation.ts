import { groupKind, type KubeObject } from '../../../../fleet/object';
import { POD_TEMPLATES } from '../../../pod-specs';
import type { Admission } from '../admission';
import { evaluate } from '../cel/program';
import { fromCel } from '../cel/values';
import { type CelPolicy, unmetCondition } from '../cel-policy';
import { scopeOf } from '../cel-scope';
import { type CelSpec, celAutogen } from '../kyverno/cel-autogen';
import { matches } from '../match-constraints';
import { Undecidable } from '../verdict';
import { applyConfiguration } from './apply-configuration';
import { patched } from './json-patch';

/** The spec of Kyverno's MutatingPolicy, and of the API server's MutatingAdmissionPolicy. */
export interface MutatingSpec extends CelSpec {
  readonly failurePolicy?: CelPolicy['failurePolicy'];
  readonly matchConditions?: CelPolicy['matchConditions'];
  readonly variables?: CelPolicy['variables'];
  readonly mutations?: readonly {
    readonly applyConfiguration?: { readonly expression: string };
    readonly jsonPatch?: { readonly expression: string };
  }[];
}

/** What an object is after a mutation; undefined where the policy is not for it. */
export type Mutate = (admission: Admission) => KubeObject | undefined;

/** A policy that changes objects, compiled. @throws Undecidable */
export function celMutation(spec: MutatingSpec): Mutate {
  const forms = [{ constraints: spec.matchConstraints ?? {}, spec }, ...celAutogen(spec)];
  return (admission) => {
    const form = forms.find(({ constraints }) => matches(constraints, admission));
    if (!form) return undefined;
    const { apiVersion, kind } = admission.object;
    const isGenerated = form.spec !== spec;
    return mutate(form.spec, admission, isGenerated ? POD_TEMPLATES[groupKind(apiVersion, kind)] : undefined);
  };
}

/** Fields of a Pod as those of what makes it. */
const below = (template: string | undefined, fields: unknown) =>
  (template?.split('.') ?? []).reduceRight<unknown>((inner, key) => ({ [key]: inner }), fields);

function mutate(spec: MutatingSpec, admission: Admission, template: string | undefined): KubeObject | undefined {
  const { mutations = [], failurePolicy = 'Fail', matchConditions = [] } = spec;
  if (unmetCondition({ matchConditions, failurePolicy }, scopeOf(spec, admission))) return undefined;
  let object = admission.object;
  for (const { applyConfiguration: fields, jsonPatch } of mutations) {
    const scope = scopeOf(spec, { ...admission, object });
    const outcome = evaluate((fields ?? jsonPatch)?.expression ?? '', scope);
    if ('error' in outcome) throw new Undecidable(`has a mutation that ends in an error: ${outcome.error}`);
    const change = fromCel(outcome.value);
    object = fields
      ? (applyConfiguration(object, below(template, change)) as KubeObject)
      : patched(object, Array.isArray(change) ? change : [], { makesPath: false });
  }
  return object;
}
