import { CEL, CLASSIC, celPolicy, clusterPolicy } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

testRule(
  'kyverno/kind-served',
  {
    wrong: [['too old', celPolicy(), 'is of a kind that Kyverno 1.16 does not serve']],
    right: {
      classic: clusterPolicy(),
    },
  },
  {
    kyverno: { version: '1.16' },
    externals: { kinds: [...(CEL.externals?.kinds ?? []), ...(CLASSIC.externals?.kinds ?? [])] },
  },
);
