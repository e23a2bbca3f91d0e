import type { KubeObject } from '../../../../fleet/object';
import type { Admission } from '../admission';
import { celMutation, type MutatingSpec } from '../mutation/cel-mutation';
import type { CompiledPolicy } from '../policy';
import { skip, type Verdict } from '../verdict';
import type { CelSpec } from './cel-autogen';
import { imageValidatingPolicy } from './image-policy';
import { validatingPolicy } from './validating-policy';

/** A policy of Kyverno's kinds of CEL; undefined for those that answer nobody who writes an object. */
export function celPolicyOf(object: KubeObject): CompiledPolicy | undefined {
  const spec = (object['spec'] ?? {}) as CelSpec & { readonly validationActions?: readonly string[] };
  const common = { object, engine: 'kyverno', rules: [], mutations: [] } as const;
  const namespace = object.kind.startsWith('Namespaced') ? object.metadata.namespace : undefined;
  const isElsewhere = ({ object: { metadata } }: Admission) =>
    namespace !== undefined && metadata.namespace !== namespace;
  const rule = (evaluate: (admission: Admission) => Verdict): CompiledPolicy => ({
    ...common,
    rules: [
      {
        enforces: () => (spec.validationActions ?? ['Deny']).includes('Deny'),
        evaluate: (admission) => (isElsewhere(admission) ? skip('is of another namespace') : evaluate(admission)),
      },
    ],
  });
  switch (object.kind.replace(/^Namespaced/, '')) {
    case 'ValidatingPolicy':
      return rule(validatingPolicy(spec));
    case 'ImageValidatingPolicy':
      return rule(imageValidatingPolicy(spec));
    case 'MutatingPolicy': {
      const mutate = celMutation(spec as MutatingSpec);
      return {
        ...common,
        mutations: [{ mutate: (admission) => (isElsewhere(admission) ? undefined : mutate(admission)) }],
      };
    }
    default:
      return undefined;
  }
}
