import { cephCluster, ROOK } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

testRule(
  'rook/cephx-key-type',
  {
    wrong: [
      ['nothing said', cephCluster({ security: undefined }), 'says no keyType for the drivers'],
      [
        'keys that the kernel does not know',
        cephCluster({ security: { cephx: { csi: { keyType: 'aes256k' } } } }),
        'wants aes256k keys',
      ],
    ],
    right: {
      'an older Ceph has other keys': cephCluster({
        security: undefined,
        cephVersion: { image: 'quay.io/ceph/ceph:v19.2.3' },
      }),
      aes: cephCluster(),
    },
  },
  ROOK,
);
