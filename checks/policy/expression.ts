import { didYouMean } from '../../fleet/did-you-mean';
import { describe, groupOf, type KubeObject } from '../../fleet/object';
import type { Rule } from '../rule';
import { misspelt } from './evaluation/cel/names';
import { syntaxProblem } from './evaluation/cel/program';

/** Groups whose objects have expressions of CEL in fields of these names. */
const GROUPS = ['admissionregistration.k8s.io', 'kyverno.io', 'policies.kyverno.io', 'templates.gatekeeper.sh'];
const FIELDS = ['expression', 'messageExpression', 'valueExpression'];

export const expression: Rule = {
  id: 'policy/expression',
  holds: 'expressions of CEL parse, and their variables are there',
  effect: 'The policy is refused, or accepted and never ready: it does nothing.',
  source:
    'Kyverno v1.19.0, pkg/cel/compiler; Kubernetes v1.36, apiserver/pkg/admission/plugin/cel: expressions are compiled',
  check(cluster, report) {
    for (const kind of cluster.kinds()) {
      if (!GROUPS.includes(groupOf(`${kind.slice(0, kind.lastIndexOf('/'))}/v1`))) continue;
      for (const entry of cluster.ofKind(kind)) {
        for (const { at, text, problem } of wrongExpressions(entry.object)) {
          report(entry, {
            message: `${describe(entry.object)}, ${at}: ${problem}`,
            fix: `Mend the expression: ${text.length > 120 ? `${text.slice(0, 117)}…` : text}`,
            section: at,
          });
        }
      }
    }
  },
};

/** The expressions of a policy that are none. */
export function* wrongExpressions({ spec }: KubeObject): Iterable<Expression & { readonly problem: string }> {
  for (const expression of expressionsOf(spec, 'spec', [])) {
    const problem = problemOf(expression.text, expression.variables);
    if (problem !== undefined) yield { ...expression, problem };
  }
}

interface Expression {
  readonly at: string;
  readonly text: string;
  /** The variables that it may use. */
  readonly variables: readonly string[];
}

/** All expressions below a value; `variables` beside them are those that they may use. */
function* expressionsOf(value: unknown, at: string, outer: readonly string[]): Iterable<Expression> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* expressionsOf(item, `${at}[${index}]`, outer);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const own = (value as { variables?: unknown }).variables;
  const variables = Array.isArray(own)
    ? [...outer, ...own.map((each) => String((each as { name?: unknown })?.name))]
    : outer;
  for (const [key, item] of Object.entries(value)) {
    if (typeof item === 'string' && FIELDS.includes(key)) yield { at: `${at}.${key}`, text: item, variables };
    else yield* expressionsOf(item, `${at}.${key}`, variables);
  }
}

/** What Kyverno's libraries give has no type; seen with Kyverno v1.17.2 and v1.19.0. */
const UNTYPED_RANGE =
  /(?<!dyn\()\b(resource|http|globalContext)\.(List|Get|Post)\([^()]*\)(?:\.\w+)*\.(?:all|exists|exists_one|map|filter)\(/;

/** Gatekeeper's own. */
const GIVEN = ['params', 'anyObject'];

function problemOf(text: string, variables: readonly string[]): string | undefined {
  const problem = syntaxProblem(text);
  if (problem !== undefined) return `this is no CEL: ${problem}.`;
  const wrong = misspelt(text);
  if (wrong) return `there is no "${wrong.name}". Did you mean "${wrong.meant}"?`;
  const untyped = UNTYPED_RANGE.exec(text);
  if (untyped)
    return `${untyped[1]}.${untyped[2]}() gives a value without a type, which no comprehension takes: dyn(…).`;
  const known = [...variables, ...GIVEN];
  // Texts say nothing of variables.
  const bare = text.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g, '""');
  for (const [, name = ''] of bare.matchAll(/(?<![.\w])variables\.(\w+)/g)) {
    if (!known.includes(name)) return `there is no variable "${name}".${didYouMean(name, variables)}`;
  }
  return undefined;
}
