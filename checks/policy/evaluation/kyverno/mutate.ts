import { load } from 'js-yaml';
import type { KubeObject } from '../../../../fleet/object';
import type { Admission } from '../admission';
import { patched } from '../mutation/json-patch';
import { strategicMerge } from '../mutation/strategic-merge';
import { Undecidable } from '../verdict';
import { type Context, contextOf, withEntries } from './context';
import type { MutateRule, Rule } from './rule';
import { elementScope, elementsOf, met } from './validate';
import { RuleError, substitute } from './variables';

/** What a rule that mutates makes of an object that it is for; undefined where it leaves it alone. @throws Undecidable */
export function mutating(rule: Rule, admission: Admission): KubeObject | undefined {
  const { mutate = {}, context, preconditions } = rule;
  // It changes what is in the cluster, and not this object.
  if (mutate.targets) return undefined;
  try {
    const scope = withEntries(contextOf(admission), context);
    return met(preconditions, scope) ? changed(mutate, admission, admission.object, scope, 0) : undefined;
  } catch (error) {
    if (error instanceof RuleError) return undefined;
    throw error;
  }
}

function changed(
  mutate: MutateRule,
  admission: Admission,
  object: KubeObject,
  scope: Context,
  depth: number,
): KubeObject | undefined {
  const { patchStrategicMerge, patchesJson6902, foreach } = mutate;
  if (patchStrategicMerge !== undefined) {
    return strategicMerge(object, substitute(patchStrategicMerge, scope)) as KubeObject | undefined;
  }
  if (patchesJson6902 !== undefined) {
    return patched(object, operationsOf(substitute(patchesJson6902, scope)), { makesPath: true });
  }
  if (!foreach) throw new Undecidable('mutates in a way that is not understood here');
  let result = object;
  for (const loop of foreach) {
    for (const [index, element] of elementsOf(loop, scope).entries()) {
      const inner = elementScope(loop, element, index, scope, depth);
      if (met(loop.preconditions, inner)) result = changed(loop, admission, result, inner, depth + 1) ?? result;
    }
  }
  return result;
}

/** Operations as YAML. */
function operationsOf(text: unknown): readonly unknown[] {
  const operations = typeof text === 'string' ? load(text) : text;
  return Array.isArray(operations) ? operations : [];
}
