import { type Admission, namespaceLabels, requestOf, unknownIn } from './admission';
import { evaluate } from './cel/program';
import { toCel } from './cel/values';
import { fail, pass, skip, Undecided, type Verdict } from './verdict';

/** What the API server's ValidatingAdmissionPolicy, Kyverno's ValidatingPolicy and its rules of CEL have in common. */
export interface CelPolicy {
  /** Whether an expression that ends in an error refuses the object. */
  readonly failurePolicy: 'Fail' | 'Ignore';
  readonly matchConditions?: readonly Named[];
  readonly variables?: readonly Named[];
  readonly validations: readonly Validation[];
  /** More variables: `params`. */
  readonly more?: Readonly<Record<string, unknown>>;
}

interface Named {
  readonly name: string;
  readonly expression: string;
}

export interface Validation {
  readonly expression: string;
  readonly message?: string;
  readonly messageExpression?: string;
}

type Scope = Record<string, unknown>;

/** What a policy of CEL says of an object that it matched. @throws Undecidable */
export function validate(policy: CelPolicy, admission: Admission): Verdict {
  const { matchConditions = [], validations, failurePolicy } = policy;
  const scope = scopeOf(policy, admission);
  const condition = matchConditions.map((each) => ({ each, outcome: evaluate(each.expression, scope) }));
  const unmet = condition.find(({ outcome }) => 'value' in outcome && outcome.value === false);
  if (unmet) return skip(`the condition "${unmet.each.name}" is not met`);
  const broken = condition.find(({ outcome }) => 'error' in outcome);
  if (broken) return failed(failurePolicy, `the condition "${broken.each.name}" ends in an error`, broken.outcome);
  const undecided = new Undecided();
  for (const validation of validations) {
    const verdict = undecided.ask(() => validated(validation, failurePolicy, scope));
    if (verdict?.result === 'fail') return verdict;
  }
  undecided.settle();
  return pass;
}

function validated(validation: Validation, failurePolicy: CelPolicy['failurePolicy'], scope: Scope): Verdict {
  const outcome = evaluate(validation.expression, scope);
  if ('error' in outcome) return failed(failurePolicy, 'an expression ends in an error', outcome);
  return outcome.value === true ? pass : fail(messageOf(validation, scope));
}

function failed(failurePolicy: CelPolicy['failurePolicy'], what: string, outcome: object): Verdict {
  const { error } = outcome as { error: string };
  return failurePolicy === 'Fail' ? fail(`${what}: ${error}`) : skip(`${what}, and failurePolicy is Ignore: ${error}`);
}

function messageOf({ expression, message, messageExpression }: Validation, scope: Scope): string {
  // The object is refused, whatever the words.
  const outcome = messageExpression && new Undecided().ask(() => evaluate(messageExpression, scope));
  if (outcome && 'value' in outcome && typeof outcome.value === 'string' && outcome.value.trim() !== '') {
    return outcome.value;
  }
  return message ?? `failed expression: ${expression.trim()}`;
}

/** The variables of a policy's expressions; its own are computed when they are asked for. */
function scopeOf({ variables = [], more = {} }: Pick<CelPolicy, 'variables' | 'more'>, admission: Admission) {
  const { object, cluster } = admission;
  const request = requestOf(admission);
  const scope: Scope = {
    object: toCel(object),
    oldObject: null,
    request: toCelKeeping(request),
    ...Object.fromEntries(Object.entries(more).map(([name, value]) => [name, toCel(value)])),
  };
  lazily(scope, 'namespaceObject', () => {
    const name = object.metadata.namespace;
    if (name === undefined) return null;
    const found = cluster.namespace(name);
    if (found) return toCel({ ...found, metadata: { ...found.metadata, labels: namespaceLabels(admission) } });
    const metadata = unknownIn({ name }, 'labels', `for labels of the namespace "${name}", which is not written here`);
    return { apiVersion: 'v1', kind: 'Namespace', metadata };
  });
  unknownIn(scope, 'authorizer', 'what who makes the request may do');
  const computed: Record<string, unknown> = {};
  for (const { name, expression } of variables) {
    lazily(computed, name, () => {
      const outcome = evaluate(expression, scope);
      if ('error' in outcome) throw new Error(`variables.${name}: ${outcome.error}`);
      return outcome.value;
    });
  }
  scope['variables'] = computed;
  return scope;
}

/** The request's fields as CEL has them, without asking for those that are unknown. */
function toCelKeeping(request: Record<string, unknown>): Record<string, unknown> {
  const made = toCel({ ...request }) as Record<string, unknown>;
  return unknownIn(made, 'userInfo', 'who makes the request');
}

function lazily(target: object, name: string, compute: () => unknown): void {
  Object.defineProperty(target, name, {
    configurable: true,
    enumerable: true,
    get() {
      const value = compute();
      Object.defineProperty(target, name, { value, enumerable: true });
      return value;
    },
  });
}
