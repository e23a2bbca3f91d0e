import { load } from 'js-yaml';
import { compilePolicy } from '../../checks/policy/evaluation/policies';
import type { CompiledPolicy } from '../../checks/policy/evaluation/policy';
import { PolicySet } from '../../constructs/kyverno/policy-set';
import type { PolicyDefinition } from '../../constructs/kyverno/presets/definition';
import { enforce, type Rollout } from '../../constructs/kyverno/rollout';
import type { KyvernoVersion } from '../../facts/kyverno';
import type { KubeObject } from '../../fleet/object';
import { admission, namespace } from './admission';
import { buildApp } from './cluster';
import { CEL, CLASSIC } from './policies';

/** The policies that a definition becomes in a cluster, as they are written. */
export function written(
  definition: PolicyDefinition,
  version: KyvernoVersion = '1.19',
  rollout: Rollout = enforce(),
): KubeObject[] {
  const kinds = [...(CEL.externals?.kinds ?? []), ...(CLASSIC.externals?.kinds ?? [])];
  const built = buildApp((app) => new PolicySet(app, 'set', { policies: [definition], rollout }), {
    kyverno: { version },
    externals: { kinds },
  });
  // A test's cluster need not keep to the policy.
  expect(built.findings.filter(({ rule }) => !rule.startsWith('policy/'))).toEqual([]);
  return [...built.files]
    .filter(([path]) => path.startsWith('apps/app/') && !path.includes('namespace-app'))
    .map(([, text]) => load(text) as KubeObject);
}

/** The same, compiled. */
export const compiled = (...args: Parameters<typeof written>): CompiledPolicy[] =>
  written(...args).flatMap((object) => compilePolicy(object) ?? []);

/** What a definition's one rule says of an object in a namespace that enforces "restricted". */
export function verdictOf(definition: PolicyDefinition, object: object, version?: KyvernoVersion): string {
  const home = namespace('app', { 'pod-security.kubernetes.io/enforce': 'restricted' });
  const [policy] = compiled(definition, version);
  const verdict = policy?.rules[0]?.evaluate(admission(object, [home]));
  return verdict?.result === 'undecidable' ? `undecidable: ${verdict.reason}` : (verdict?.result ?? 'no rule');
}
