import { raw } from '../../helpers/cluster';
import { ROOK, withCluster } from '../../helpers/rook';
import { type Fill, testRule } from '../../helpers/rule';

const snapshots =
  (name: string, parameters: object = {}, isDefault = false): Fill =>
  (app) => {
    raw(app, name, {
      apiVersion: 'snapshot.storage.k8s.io/v1',
      kind: 'VolumeSnapshotClass',
      metadata: isDefault
        ? { name, annotations: { 'snapshot.storage.kubernetes.io/is-default-class': 'true' } }
        : { name },
      driver: 'app.rbd.csi.ceph.com',
      deletionPolicy: 'Delete',
      parameters: {
        clusterID: 'app',
        'csi.storage.k8s.io/snapshotter-secret-name': 'rook-csi-rbd-provisioner',
        'csi.storage.k8s.io/snapshotter-secret-namespace': 'app',
        ...parameters,
      },
    });
  };

testRule(
  'rook/snapshot-class',
  {
    wrong: [
      [
        'two defaults',
        withCluster(snapshots('a', {}, true), snapshots('b', {}, true)),
        'VolumeSnapshotClass b is a default class of app.rbd.csi.ceph.com, as is a',
      ],
      ['another namespace', withCluster(snapshots('a', { clusterID: 'rook' })), 'has the clusterID "rook"'],
      [
        'another’s secret',
        withCluster(snapshots('a', { 'csi.storage.k8s.io/snapshotter-secret-name': 'rook-csi-cephfs-provisioner' })),
        'names the secret "rook-csi-cephfs-provisioner"',
      ],
    ],
    right: {
      'as it should be': withCluster(snapshots('a')),
    },
  },
  ROOK,
);
