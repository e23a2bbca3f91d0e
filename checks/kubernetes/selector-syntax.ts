import { describe } from '../../fleet/object';
import { type Fields, isMap, listAt, mapAt } from '../fields';
import { POD_TEMPLATES } from '../pod-specs';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';

/** Where kinds keep a selector of labels. */
const SELECTORS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.keys(POD_TEMPLATES).map((kind) => [kind, 'selector'])),
  'policy/PodDisruptionBudget': 'selector',
  'networking.k8s.io/NetworkPolicy': 'podSelector',
};

export const selectorSyntax: Rule = {
  id: 'kubernetes/selector-syntax',
  holds: 'a selector’s expressions have operators and values that fit',
  category: 'schema',
  effect: 'The API server refuses the object, and the whole sync fails.',
  source: 'kubernetes v1.36, apimachinery/pkg/apis/meta/v1/validation: ValidateLabelSelectorRequirement',
  check(cluster, report) {
    for (const [kind, field] of Object.entries(SELECTORS)) {
      for (const entry of cluster.ofKind(kind)) {
        const selector = mapAt(specOf<Fields>(entry), field);
        if (selector?.['matchExpressions'] === undefined) continue;
        for (const [i, expression] of listAt(selector, 'matchExpressions').entries()) {
          const problem = isMap(expression) ? problemOf(expression) : undefined;
          if (!problem) continue;
          report(entry, {
            message: `${describe(entry.object)} selects by "${String((expression as Fields)['key'])}" ${problem[0]}.`,
            fix: problem[1],
            section: `spec.${field}.matchExpressions[${i}]`,
          });
        }
      }
    }
  },
};

const WITH_VALUES = ['In', 'NotIn'];
const WITHOUT = ['Exists', 'DoesNotExist'];

function problemOf(expression: Fields): readonly [string, string] | undefined {
  const operator = String(expression['operator']);
  const values = listAt(expression, 'values').length;
  if (WITH_VALUES.includes(operator))
    return values > 0 ? undefined : [`with ${operator} and no values`, 'Say `values`.'];
  if (WITHOUT.includes(operator))
    return values === 0 ? undefined : [`with ${operator} and values`, 'Take `values` away.'];
  return [`with "${operator}"`, `One of ${[...WITH_VALUES, ...WITHOUT].join(', ')}.`];
}
