import { cephCluster, ROOK, rook, SPEC } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

testRule(
  'rook/one-cluster',
  {
    wrong: [
      [
        'two in a namespace',
        (app, cluster) => {
          cephCluster()(app, cluster);
          rook('Cluster', 'other', {
            ...SPEC,
            dataDirHostPath: '/var/lib/other',
            storage: { nodes: [{ name: 'a', devices: [{ name: '/dev/disk/by-id/x' }] }] },
          })(app, cluster);
        },
        'is in one namespace with CephCluster app/ceph',
      ],
      [
        'one folder for two',
        (app, cluster) => {
          cephCluster()(app, cluster);
          rook(
            'Cluster',
            'other',
            { ...SPEC, storage: { nodes: [{ name: 'a', devices: [{ name: '/dev/disk/by-id/x' }] }] } },
            { namespace: 'ceph' },
          )(app, cluster);
        },
        'in the same folder as CephCluster app/ceph',
      ],
      [
        'one disk for two',
        (app, cluster) => {
          cephCluster()(app, cluster);
          rook(
            'Cluster',
            'other',
            {
              ...SPEC,
              dataDirHostPath: '/var/lib/other',
              storage: { nodes: [{ name: 'a', devices: [{ name: '/dev/disk/by-id/wwn-a-sdb' }] }] },
            },
            { namespace: 'ceph' },
          )(app, cluster);
        },
        'lists /dev/disk/by-id/wwn-a-sdb of a, as does CephCluster app/ceph',
      ],
    ],
    right: {
      'two apart': (app, cluster) => {
        cephCluster()(app, cluster);
        rook(
          'Cluster',
          'other',
          {
            ...SPEC,
            dataDirHostPath: '/var/lib/other',
            storage: { nodes: [{ name: 'a', devices: [{ name: '/dev/disk/by-id/x' }] }] },
          },
          { namespace: 'ceph' },
        )(app, cluster);
      },
    },
  },
  ROOK,
);
