import type { KubeObject } from '../../../../fleet/object';
import type { Admission } from '../admission';
import { skip, type Verdict } from '../verdict';
import { withAutogen } from './autogen';
import type { Rule } from './rule';
import { isSelected } from './selection';
import { validating } from './validate';

/** A rule that validates, with those that Kyverno makes of it for Pod controllers. */
export interface ClassicRule {
  readonly name: string;
  evaluate(admission: Admission): Verdict;
}

/** The rules that validate of a ClusterPolicy or a Policy. */
export function classicRules(policy: KubeObject): ClassicRule[] {
  const { rules = [] } = (policy['spec'] ?? {}) as { rules?: readonly Rule[] };
  const all = withAutogen(policy, rules);
  const namespace = policy.kind === 'Policy' ? policy.metadata.namespace : undefined;
  return rules
    .filter(({ validate }) => validate !== undefined)
    .map(({ name }) => {
      const forms = all.filter(({ origin }) => origin === name).map(({ rule }) => rule);
      return { name, evaluate: (admission) => evaluate(forms, namespace, admission) };
    });
}

function evaluate(forms: readonly Rule[], namespace: string | undefined, admission: Admission): Verdict {
  if (namespace !== undefined && admission.object.metadata.namespace !== namespace)
    return skip('is of another namespace');
  const form = forms.find(({ match, exclude }) => isSelected(match, exclude, admission));
  return form ? validating(form, admission) : skip('does not match');
}
