import type { Admission } from './admission';
import { evaluate } from './cel/program';
import { type Named, type Scope, scopeOf } from './cel-scope';
import { broken, fail, pass, skip, Undecided, type Verdict } from './verdict';

/** What the API server's ValidatingAdmissionPolicy, Kyverno's ValidatingPolicy and its rules of CEL have in common. */
export interface CelPolicy {
  /** Whether an expression that ends in an error refuses the object. */
  readonly failurePolicy: 'Fail' | 'Ignore';
  readonly matchConditions?: readonly Named[];
  readonly variables?: readonly Named[];
  readonly validations: readonly Validation[];
  /** More variables: `params`. */
  readonly more?: Scope;
}

export interface Validation {
  readonly expression: string;
  readonly message?: string;
  readonly messageExpression?: string;
}

/** What a policy of CEL says of an object that it matched. @throws Undecidable */
export function validate(policy: CelPolicy, admission: Admission): Verdict {
  const { validations, failurePolicy } = policy;
  const scope = scopeOf(policy, admission);
  const unmet = unmetCondition(policy, scope);
  if (unmet) return unmet;
  const undecided = new Undecided();
  for (const validation of validations) {
    const verdict = undecided.ask(() => validated(validation, failurePolicy, scope));
    if (verdict?.result === 'fail') return verdict;
  }
  undecided.settle();
  return pass;
}

/** What is said of an object that does not meet the conditions of a policy; undefined where it does. @throws Undecidable */
export function unmetCondition(
  { matchConditions = [], failurePolicy }: Pick<CelPolicy, 'matchConditions' | 'failurePolicy'>,
  scope: Scope,
): Verdict | undefined {
  const conditions = matchConditions.map((each) => ({ each, outcome: evaluate(each.expression, scope) }));
  const unmet = conditions.find(({ outcome }) => 'value' in outcome && outcome.value === false);
  if (unmet) return skip(`the condition "${unmet.each.name}" is not met`);
  const wrong = conditions.find(({ outcome }) => 'error' in outcome);
  if (!wrong) return undefined;
  return failed(failurePolicy, `the condition "${wrong.each.name}" ends in an error`, wrong.outcome);
}

function validated(validation: Validation, failurePolicy: CelPolicy['failurePolicy'], scope: Scope): Verdict {
  const outcome = evaluate(validation.expression, scope);
  if ('error' in outcome) return failed(failurePolicy, 'an expression ends in an error', outcome);
  if (typeof outcome.value !== 'boolean') {
    return broken(`an expression gives ${String(outcome.value)}, which is neither true nor false`);
  }
  return outcome.value ? pass : fail(messageOf(validation, scope));
}

function failed(failurePolicy: CelPolicy['failurePolicy'], what: string, outcome: object): Verdict {
  const { error } = outcome as { error: string };
  return failurePolicy === 'Fail'
    ? broken(`${what}: ${error}`)
    : skip(`${what}, and failurePolicy is Ignore: ${error}`);
}

function messageOf({ expression, message, messageExpression }: Validation, scope: Scope): string {
  // The object is refused, whatever the words.
  const outcome = messageExpression && new Undecided().ask(() => evaluate(messageExpression, scope));
  if (outcome && 'value' in outcome && typeof outcome.value === 'string' && outcome.value.trim() !== '') {
    return outcome.value;
  }
  return message ?? `failed expression: ${expression.trim()}`;
}
