import { CLASSIC, clusterPolicy } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

const IMAGES = {
  imageReferences: ['ghcr.io/*'],
  failureAction: 'Audit',
  attestors: [{ entries: [{ keys: { publicKeys: 'k' } }] }],
};
const VERIFY = { validate: undefined, verifyImages: [IMAGES] };

testRule(
  'kyverno/audit-digest',
  {
    wrong: [['audited', clusterPolicy([VERIFY]), 'is audited, and writes digests']],
    right: {
      enforced: clusterPolicy([{ ...VERIFY, verifyImages: [{ ...IMAGES, failureAction: 'Enforce' }] }]),
      'no digests': clusterPolicy([{ ...VERIFY, verifyImages: [{ ...IMAGES, mutateDigest: false }] }]),
    },
  },
  CLASSIC,
);
