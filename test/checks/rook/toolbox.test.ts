import { deployment, raw } from '../../helpers/cluster';
import { cephCluster, ROOK, withCluster } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

testRule(
  'rook/toolbox',
  {
    wrong: [
      [
        'elsewhere',
        (app, cluster) => {
          cephCluster({}, { namespace: 'ceph' })(app, cluster);
          raw(app, 't', deployment('rook-ceph-tools'));
        },
        'is in app, where no CephCluster is',
      ],
      [
        'another Ceph',
        withCluster((app) => {
          raw(app, 't', deployment('rook-ceph-tools', { container: { image: 'quay.io/ceph/ceph:v19.2.3' } }));
        }),
        'runs quay.io/ceph/ceph:v19.2.3, and the cluster quay.io/ceph/ceph:v20.2.4',
      ],
    ],
    right: {
      'the cluster’s': withCluster((app) => {
        raw(app, 't', deployment('rook-ceph-tools', { container: { image: 'quay.io/ceph/ceph:v20.2.4' } }));
      }),
    },
  },
  ROOK,
);
