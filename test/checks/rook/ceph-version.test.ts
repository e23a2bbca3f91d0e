import { cephCluster, ROOK } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

testRule(
  'rook/ceph-version',
  {
    wrong: [
      [
        'whatever is newest',
        cephCluster({
          cephVersion: { image: 'quay.io/ceph/ceph:latest' },
          security: { cephx: { csi: { keyType: 'aes' } } },
        }),
        'whose tag says no version',
      ],
      ['too old', cephCluster({ cephVersion: { image: 'quay.io/ceph/ceph:v18.2.4' } }), 'older than 19.2.0'],
      ['no release', cephCluster({ cephVersion: { image: 'quay.io/ceph/ceph:v19.1.0' } }), 'older than 19.2.0'],
      ['too new', cephCluster({ cephVersion: { image: 'quay.io/ceph/ceph:v21.1.0' } }), 'newer than Rook knows'],
      ['a tag that moves', cephCluster({ cephVersion: { image: 'quay.io/ceph/ceph:v20.2' } }), 'a tag that moves'],
    ],
    right: {
      'the one before': cephCluster({ cephVersion: { image: 'quay.io/ceph/ceph:v19.2.3' } }),
      'by digest': cephCluster({ cephVersion: { image: `quay.io/ceph/ceph:v20@sha256:${'0'.repeat(64)}` } }),
      'a new one, knowingly': cephCluster({
        cephVersion: { image: 'quay.io/ceph/ceph:v21.1.0', allowUnsupported: true },
      }),
    },
  },
  ROOK,
);
