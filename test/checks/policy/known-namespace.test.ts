import { CEL, CLASSIC, celPolicy, clusterPolicy, PODS, RULE } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

const selecting = (...values: string[]) => {
  const expression = { key: 'kubernetes.io/metadata.name', operator: 'NotIn', values };
  const namespaceSelector = { matchExpressions: [expression] };
  return celPolicy({ matchConstraints: { ...PODS, namespaceSelector } });
};
const overriding = (...namespaces: string[]) =>
  clusterPolicy([{ validate: { ...RULE.validate, failureActionOverrides: [{ action: 'Audit', namespaces }] } }]);

testRule(
  'policy/known-namespace',
  {
    wrong: [
      ['in a selector', selecting('argcd'), 'names the namespace "argcd", which nothing makes. Did you mean "argocd"?'],
      ['in overrides', overriding('argcod'), 'Did you mean "argocd"?'],
    ],
    right: {
      'one that is there': selecting('argocd', 'kube-system'),
      'one that is like no other': overriding('somewhere-else', 'team-*'),
    },
  },
  { externals: { kinds: [...(CEL.externals?.kinds ?? []), ...(CLASSIC.externals?.kinds ?? [])] } },
);
