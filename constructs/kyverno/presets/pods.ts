import type { NamedExpression } from '../../admission/expressions';
import type { Match } from '../../admission/match';
import type { Demanding, PolicyDefinition } from './definition';

/** Pods; Kyverno carries what is said of them over to what makes them. */
export const PODS: Match = { kinds: ['Pod'] };

/** Every container of a Pod: `variables.containers`. */
export const CONTAINERS: NamedExpression = {
  name: 'containers',
  expression: [
    'object.spec.containers',
    'object.spec.?initContainers.orValue([])',
    'object.spec.?ephemeralContainers.orValue([])',
  ].join(' + '),
};

/** A demand of every container, `c`. */
export const everyContainer = (expression: string) => `variables.containers.all(c, ${expression})`;

/** The Pod's own security context, and those of its containers: `variables.contexts`. */
export const CONTEXTS: NamedExpression = {
  name: 'contexts',
  expression:
    '[object.spec.?securityContext.orValue({})] + variables.containers.map(c, c.?securityContext.orValue({}))',
};

/** Texts as a list of CEL. */
export const celList = (texts: readonly string[]) => `[${texts.map((text) => `'${text}'`).join(', ')}]`;

type Words = Pick<PolicyDefinition, 'name' | 'title' | 'description'>;

/** A preset of the Pod Security Standards. */
export function podSecurityPolicy(level: 'Baseline' | 'Restricted', words: Words, rules: Demanding): PolicyDefinition {
  return {
    ...words,
    category: `Pod Security Standards (${level})`,
    severity: level === 'Baseline' ? 'high' : 'medium',
    match: PODS,
    ...rules,
  };
}
