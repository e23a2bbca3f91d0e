import type { KubeObject } from '../../../../fleet/object';
import type { Admission } from '../admission';
import type { CompiledPolicy, MutationRule, PolicyRule } from '../policy';
import { skip, type Verdict } from '../verdict';
import { type Actions, enforces } from './actions';
import { withAutogen } from './autogen';
import { imagesVerdict } from './image-policy';
import { mutating } from './mutate';
import type { Rule } from './rule';
import { isSelected } from './selection';
import { validating } from './validate';

/** A ClusterPolicy or a Policy, with the rules that Kyverno adds for Pod controllers. */
export function classicPolicyOf(policy: KubeObject): CompiledPolicy | undefined {
  if (policy.kind !== 'ClusterPolicy' && policy.kind !== 'Policy') return undefined;
  const { rules: written = [], ...actions } = (policy['spec'] ?? {}) as { rules?: readonly Rule[] } & Actions;
  const all = withAutogen(policy, written);
  const namespace = policy.kind === 'Policy' ? policy.metadata.namespace : undefined;
  const rules: PolicyRule[] = [];
  const mutations: MutationRule[] = [];
  for (const { name, validate, mutate, verifyImages } of written) {
    const forms = all.filter(({ origin }) => origin === name).map(({ rule }) => rule);
    const formFor = (admission: Admission) => {
      if (namespace !== undefined && admission.object.metadata.namespace !== namespace) return undefined;
      return forms.find(({ match, exclude }) => isSelected(match, exclude, admission));
    };
    if (validate || verifyImages) {
      rules.push({
        name,
        enforces: (admission) => enforces(actions, validate ?? verifyImages?.[0], admission),
        evaluate: (admission) => evaluate(formFor(admission), admission),
      });
    }
    if (mutate) {
      mutations.push({
        name,
        mutate: (admission) => {
          const form = formFor(admission);
          return form && mutating(form, admission);
        },
      });
    }
  }
  return { object: policy, engine: 'kyverno', rules, mutations };
}

function evaluate(form: Rule | undefined, admission: Admission): Verdict {
  if (!form) return skip('does not match');
  if (!form.verifyImages) return validating(form, admission);
  return imagesVerdict(
    admission.object,
    form.verifyImages.flatMap(({ imageReferences = ['*'] }) => imageReferences),
  );
}
