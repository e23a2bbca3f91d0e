import type { Admission } from '../admission';
import { validate as validateCel } from '../cel-policy';
import { fail, pass, skip, Undecidable, Undecided, type Verdict } from '../verdict';
import type { Condition } from './conditions';
import { holds } from './conditions';
import { type Context, contextOf, extend, withEntries } from './context';
import { query } from './jmespath/query';
import { matchPattern } from './pattern/match';
import { podSecurity } from './pod-security';
import type { AnyAll, Conditions, Demand, ForEach, Rule } from './rule';
import { RuleError, substitute } from './variables';

/** What a rule that validates says of an object that it is for. @throws Undecidable */
function validateRule(rule: Rule, admission: Admission): Verdict {
  const { validate = {}, preconditions, celPreconditions = [], context } = rule;
  const scope = withEntries(contextOf(admission), context);
  if (!met(preconditions, scope)) return skip('its preconditions are not met');
  if (validate.cel) {
    const { expressions = [], variables = [], paramKind } = validate.cel;
    if (paramKind) throw new Undecidable('takes parameters from an object in the cluster');
    return validateCel(
      { failurePolicy: 'Fail', matchConditions: celPreconditions, variables, validations: expressions },
      admission,
    );
  }
  if (validate.podSecurity) return podSecurity(validate.podSecurity, admission.object);
  return demand(validate, scope, admission.object, 0);
}

/** A rule's verdict; where a variable is missing, Kyverno's error is a refusal of an enforced rule. */
export function validating(rule: Rule, admission: Admission): Verdict {
  try {
    return validateRule(rule, admission);
  } catch (error) {
    if (error instanceof RuleError) return fail(`the rule cannot be evaluated: ${error.message}`);
    throw error;
  }
}

function demand(
  { deny, pattern, anyPattern, foreach }: Demand,
  scope: Context,
  value: unknown,
  depth: number,
): Verdict {
  if (deny) return met(deny.conditions, scope) ? fail('its conditions to deny are met') : pass;
  if (pattern !== undefined) return compare(substitute(pattern, scope), value);
  if (anyPattern) return anyOf(anyPattern.map((each) => compare(substitute(each, scope), value)));
  if (foreach) return forEach(foreach, scope, value, depth);
  return skip('it demands nothing that is understood here');
}

function compare(pattern: unknown, value: unknown): Verdict {
  const mismatch = matchPattern(value, pattern);
  if (!mismatch) return pass;
  const said = `${mismatch.at || '/'} ${mismatch.message}`;
  return mismatch.skip ? skip(said) : fail(said);
}

function anyOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.some(({ result }) => result === 'pass')) return pass;
  const failed = verdicts.flatMap((verdict) => (verdict.result === 'fail' ? [verdict.message] : []));
  return failed.length > 0 ? fail(`none of the patterns matches: ${failed.join('; ')}`) : skip('no pattern applies');
}

function forEach(loops: readonly ForEach[], scope: Context, whole: unknown, depth: number): Verdict {
  let applied = 0;
  const undecided = new Undecided();
  for (const loop of loops) {
    for (const [index, element] of elementsOf(loop, scope).entries()) {
      const verdict = undecided.ask(() => forElement(loop, element, index, scope, whole, depth));
      if (verdict?.result === 'fail') return verdict;
      if (verdict?.result === 'pass') applied++;
    }
  }
  undecided.settle();
  return applied > 0 ? pass : skip('no element is looked at');
}

export function elementsOf({ list }: Pick<ForEach, 'list'>, scope: Context): unknown[] {
  const found = query(list, scope);
  if (Array.isArray(found)) return found.filter((element) => element !== null);
  if (found === null || found === undefined) return [];
  if (typeof found !== 'object') return [found];
  return Object.entries(found).map(([key, value]) => ({ key, value }));
}

/** The variables of an element. */
export function elementScope(
  { context }: Pick<ForEach, 'context'>,
  element: unknown,
  index: number,
  scope: Context,
  depth: number,
): Context {
  const numbered = { [`element${depth}`]: element, [`elementIndex${depth}`]: index };
  return withEntries(extend(scope, { element, elementIndex: index, ...numbered }), context);
}

function forElement(
  loop: ForEach,
  element: unknown,
  index: number,
  scope: Context,
  whole: unknown,
  depth: number,
): Verdict {
  const inner = elementScope(loop, element, index, scope, depth);
  try {
    if (!met(loop.preconditions, inner)) return skip('its preconditions are not met');
  } catch (error) {
    if (error instanceof RuleError) return skip(error.message);
    throw error;
  }
  const scoped = loop.elementScope ?? (typeof element === 'object' && !Array.isArray(element));
  return demand(loop, inner, scoped ? element : whole, depth + 1);
}

/** Whether conditions hold, their variables filled in. @throws Undecidable @throws RuleError */
export function met(conditions: Conditions | undefined, scope: Context): boolean {
  if (conditions === undefined) return true;
  const groups = Array.isArray(conditions) ? conditions : [conditions];
  return groups.every((group: AnyAll | Condition) => {
    if ('operator' in group) return isMet(group, scope);
    const { any, all = [] } = group;
    return (!any || anyMet(any, scope)) && all.every((each) => isMet(each, scope));
  });
}

/** One that holds is enough, whatever of the others is unknown. */
function anyMet(conditions: readonly Condition[], scope: Context): boolean {
  const undecided = new Undecided();
  if (conditions.some((each) => undecided.ask(() => isMet(each, scope)))) return true;
  undecided.settle();
  return false;
}

function isMet(condition: Condition, scope: Context): boolean {
  const { key, value, operator } = condition;
  const result = holds({ key: substitute(key, scope), operator, value: substitute(value, scope) });
  if (result === undefined) throw new Undecidable(`has the operator "${operator}", which is not understood here`);
  return result;
}
