import type { Construct } from 'constructs';
import type { LabelSelector } from '../../../imports/k8s';
import type { NamedExpression, Validation } from '../../admission/expressions';
import type { Match } from '../../admission/match';
import { GeneratingPolicy } from '../generating-policy';
import { MutatingPolicy } from '../mutating-policy';
import type { WrittenPolicy } from '../policy-set';
import type { GeneratedObject, PolicyDefinition } from '../presets/definition';
import { partsOf, type Rollout, type RolloutPart } from '../rollout';
import { ValidatingPolicy } from '../validating-policy';

/** Writes a policy as kinds of CEL, which Kyverno has since 1.17: one for each action of its rollout. */
export function celForm(scope: Construct, definition: PolicyDefinition, rollout: Rollout): WrittenPolicy[] {
  return partsOf(rollout).map((part) => {
    const name = `${definition.name}${part.suffix}`;
    return { kind: write(scope, name, definition, part).kind, name };
  });
}

function write(scope: Construct, name: string, definition: PolicyDefinition, part: RolloutPart) {
  const { remedy, validations, controllers, title, category, severity, description } = definition;
  const common = {
    ...{ title, category, severity, description },
    match: inNamespaces(definition.match, part),
    matchConditions: [...excluding(definition.match.objectSelector), ...(definition.matchConditions ?? [])],
    variables: definition.variables,
  };
  const isEnforced = part.action === 'Enforce';
  // What is only reported keeps nobody from his work, not even where Kyverno does not answer.
  const failurePolicy = isEnforced ? 'Fail' : 'Ignore';
  if (isEnforced && remedy && 'generate' in remedy) {
    return new GeneratingPolicy(scope, name, { ...common, generate: [generatorCall(remedy.generate)] });
  }
  if (isEnforced && remedy && 'mutate' in remedy) {
    const { applyConfiguration } = remedy.mutate;
    return new MutatingPolicy(scope, name, {
      ...common,
      // Without it Pods are as they were before there was a policy: no reason to have none.
      failurePolicy: 'Ignore',
      controllers,
      mutations: [{ applyConfiguration }],
    });
  }
  return new ValidatingPolicy(scope, name, {
    ...common,
    failurePolicy,
    controllers,
    validationActions: isEnforced ? ['Deny'] : ['Audit'],
    validations: validations ?? [hasGenerated(definition)],
  });
}

/**
 * Where labels must not be, once more as conditions: Kyverno's background looks at an empty old object too, which no such selector
 * leaves out (v1.19.0, pkg/cel/matching/matcher.go).
 */
function excluding({ matchExpressions = [] }: LabelSelector = {}): NamedExpression[] {
  return matchExpressions.flatMap(({ key, operator, values = [] }, index) => {
    const value = `object.metadata.?labels[?'${key}']`;
    const name = `label-${index}`;
    if (operator === 'DoesNotExist') return [{ name, expression: `!${value}.hasValue()` }];
    const list = values.map((each) => `'${each}'`).join(', ');
    return operator === 'NotIn' ? [{ name, expression: `!(${value}.orValue('') in [${list}])` }] : [];
  });
}

/** The API server names each Namespace in a label. */
function inNamespaces(match: Match, { namespaces }: RolloutPart): Match {
  if (!namespaces) return match;
  const { matchLabels, matchExpressions = [] } = match.namespaceSelector ?? {};
  const { operator, values } = namespaces;
  const expression = { key: 'kubernetes.io/metadata.name', operator, values: [...values] };
  return {
    ...match,
    namespaceSelector: {
      ...(matchLabels ? { matchLabels } : {}),
      matchExpressions: [...matchExpressions, expression],
    },
  };
}

function hasGenerated({ remedy, description }: PolicyDefinition): Validation {
  const { apiVersion, plural, name } = (remedy as { generate: GeneratedObject }).generate;
  return {
    // The items have no type: a comprehension over them does not compile (Kyverno v1.19.0).
    expression: `dyn(resource.List('${apiVersion}', '${plural}', object.metadata.name).items).exists(item, item.metadata.name == '${name}')`,
    message: description,
  };
}

function generatorCall({ apiVersion, kind, name, spec }: GeneratedObject): string {
  return `generator.Apply(object.metadata.name, [${celLiteral({ apiVersion, kind, metadata: { name }, spec })}])`;
}

/** A value as CEL has it: in a map or list of several types each value is said to be dynamic. */
function celLiteral(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(dynamic).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, item]) => `${JSON.stringify(key)}: ${dynamic(item)}`)
    .join(', ')}}`;
}

const dynamic = (value: unknown) => `dyn(${celLiteral(value)})`;
