import type { Admission } from '../admission';
import { type CelPolicy, type Validation, validate } from '../cel-policy';
import { matches } from '../match-constraints';
import { skip, type Verdict } from '../verdict';
import { type CelSpec, celAutogen } from './cel-autogen';

interface Spec extends CelSpec {
  readonly failurePolicy?: 'Fail' | 'Ignore';
  readonly matchConditions?: CelPolicy['matchConditions'];
  readonly variables?: CelPolicy['variables'];
  readonly validations?: readonly Validation[];
}

/** What a ValidatingPolicy (or a namespaced one) says of an object. @throws Undecidable */
export function validatingPolicy(spec: Spec): (admission: Admission) => Verdict {
  const forms = [{ constraints: spec.matchConstraints ?? {}, spec }, ...celAutogen(spec)];
  return (admission) => {
    const form = forms.find(({ constraints }) => matches(constraints, admission));
    if (!form) return skip('does not match');
    const { failurePolicy = 'Fail', matchConditions = [], variables = [], validations = [] } = form.spec;
    return validate({ failurePolicy, matchConditions, variables, validations }, admission);
  };
}
