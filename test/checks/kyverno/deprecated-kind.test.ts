import { CEL, CLASSIC, celPolicy, clusterPolicy } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

testRule(
  'kyverno/deprecated-kind',
  {
    wrong: [['classic', clusterPolicy(), 'deprecated since Kyverno 1.17; the cluster has 1.19']],
    right: {
      'of CEL': celPolicy(),
    },
  },
  {
    kyverno: { version: '1.19' },
    externals: { kinds: [...(CEL.externals?.kinds ?? []), ...(CLASSIC.externals?.kinds ?? [])] },
  },
);
