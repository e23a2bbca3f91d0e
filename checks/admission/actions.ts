import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import { BINDING, type BindingSpec } from './shapes';

export const actions: Rule = {
  id: 'admission/actions',
  holds: 'a binding says once what a violation leads to, and does not deny and warn',
  effect: 'The API server refuses the binding: the sync fails, and the policy does not hold.',
  source: 'Kubernetes v1.36, pkg/apis/admissionregistration/validation: validateValidationActions',
  check(cluster, report) {
    for (const entry of cluster.ofKind(BINDING)) {
      const { validationActions: actions = [] } = specOf<BindingSpec>(entry);
      const problem = problemOf(actions);
      if (problem === undefined) continue;
      report(entry, {
        message: `${describe(entry.object)} ${problem}.`,
        fix: 'One of [Deny], [Audit], [Warn], [Deny, Audit], [Warn, Audit].',
        section: 'spec.validationActions',
      });
    }
  },
};

function problemOf(actions: readonly string[]): string | undefined {
  if (actions.length === 0) return 'says no validationActions';
  if (actions.includes('Deny') && actions.includes('Warn')) return 'denies and warns, which says the same twice';
  return new Set(actions).size < actions.length ? 'says an action twice' : undefined;
}
