import { groupOf, type KubeObject } from '../../../fleet/object';
import type { Admission } from './admission';
import { evaluate } from './cel/program';
import { type Named, scopeOf } from './cel-scope';
import type { KyvernoSettings } from './filters';
import { isSelected, type Selection } from './kyverno/selection';
import { matchesWildcard } from './kyverno/wildcard';
import { Undecidable } from './verdict';

/** Whether a policy's rule makes an exception of an object. @throws Undecidable */
export type Exceptions = (policy: KubeObject, rule: string | undefined, admission: Admission) => boolean;

/** The PolicyExceptions that count. Source: Kyverno v1.19, pkg/cel/engine/exception.go and pkg/engine/exceptions. */
export function exceptionsOf(objects: Iterable<KubeObject>, { exceptions: namespace }: KyvernoSettings): Exceptions {
  if (namespace === undefined) return () => false;
  const counting = [...objects].filter(
    ({ metadata }) => namespace === '*' || metadata.namespace === undefined || metadata.namespace === namespace,
  );
  return (policy, rule, admission) =>
    counting.some((exception) =>
      groupOf(exception.apiVersion) === 'kyverno.io'
        ? isClassic(exception, policy, rule, admission)
        : isOfCel(exception, policy, admission),
    );
}

interface CelException {
  readonly policyRefs?: readonly { readonly kind: string; readonly name: string }[];
  readonly matchConditions?: readonly Named[];
  readonly images?: readonly string[];
  readonly allowedValues?: readonly string[];
}

function isOfCel(exception: KubeObject, policy: KubeObject, admission: Admission): boolean {
  const spec = (exception['spec'] ?? {}) as CelException;
  const { policyRefs = [], matchConditions = [], images = [], allowedValues = [] } = spec;
  if (!policyRefs.some(({ kind, name }) => kind === policy.kind && name === policy.metadata.name)) return false;
  const scope = scopeOf({}, admission);
  const met = matchConditions.every(({ expression }) => {
    const outcome = evaluate(expression, scope);
    return 'value' in outcome && outcome.value === true;
  });
  if (met && images.length + allowedValues.length > 0) {
    throw new Undecidable(`has the exception "${exception.metadata.name}" for some images or values only`);
  }
  return met;
}

interface ClassicException {
  readonly exceptions?: readonly { readonly policyName: string; readonly ruleNames?: readonly string[] }[];
  readonly match?: Selection;
  readonly conditions?: unknown;
}

function isClassic(exception: KubeObject, policy: KubeObject, rule: string | undefined, admission: Admission): boolean {
  const { exceptions = [], match = {}, conditions } = (exception['spec'] ?? {}) as ClassicException;
  const { name, namespace } = policy.metadata;
  const full = policy.kind === 'Policy' ? `${namespace}/${name}` : name;
  const named = exceptions.some(
    ({ policyName, ruleNames = [] }) =>
      policyName === full && ruleNames.some((each) => matchesWildcard(each, rule ?? '')),
  );
  if (!named || !isSelected(match, undefined, admission)) return false;
  if (conditions !== undefined) {
    throw new Undecidable(`has the exception "${exception.metadata.name}" under conditions`);
  }
  return true;
}
