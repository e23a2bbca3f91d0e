import { all, CEL, CLASSIC, celPolicy, clusterPolicy, object, RULE } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

const refers = (name: string) =>
  object('policies.kyverno.io/v1', 'PolicyException', 'exception', {
    spec: { policyRefs: [{ kind: 'ValidatingPolicy', name }], matchConditions: [{ name: 'a', expression: 'true' }] },
  });
const classic = (policyName: string, ...ruleNames: string[]) =>
  object('kyverno.io/v2', 'PolicyException', 'exception', {
    spec: { exceptions: [{ policyName, ruleNames }], match: RULE.match },
  });

testRule(
  'kyverno/exception-policy',
  {
    wrong: [
      [
        'no such policy',
        all(celPolicy(), refers('polcy')),
        'ValidatingPolicy "polcy", which is not in this cluster. Did you mean "policy"?',
      ],
      ['no such rule', all(clusterPolicy(), classic('policy', 'autogen-tags')), 'rule "autogen-tags" of "policy"'],
      ['no such classic policy', all(clusterPolicy(), classic('polici', 'tag')), 'Did you mean "policy"?'],
    ],
    right: {
      'one that is there': all(celPolicy(), refers('policy')),
      'a rule that is there, and what Kyverno makes of it': all(
        clusterPolicy(),
        classic('policy', 'tag', 'autogen-tag'),
      ),
    },
  },
  { externals: { kinds: [...(CEL.externals?.kinds ?? []), ...(CLASSIC.externals?.kinds ?? [])] } },
);
