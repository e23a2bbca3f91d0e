import { cephCluster, ROOK } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

testRule(
  'rook/destroys-data',
  {
    wrong: [
      [
        'a confirmation',
        cephCluster({ cleanupPolicy: { confirmation: 'yes-really-destroy-data' } }),
        'confirms that its data is to be destroyed',
      ],
      [
        'deletion with volumes',
        cephCluster({ cleanupPolicy: { allowUninstallWithVolumes: true } }),
        'may be deleted while volumes are in it',
      ],
      [
        'disks of others',
        cephCluster({ cleanupPolicy: { wipeDevicesFromOtherClusters: true } }),
        'wipes disks of other clusters',
      ],
      ['OSDs that go by themselves', cephCluster({ removeOSDsIfOutAndSafeToRemove: true }), 'removes OSDs by itself'],
      [
        'a forced deletion',
        cephCluster({}, { annotations: { 'rook.io/force-deletion': 'true' } }),
        'has the annotation rook.io/force-deletion',
      ],
    ],
    right: {
      'no confirmation': cephCluster({ cleanupPolicy: { confirmation: '' } }),
    },
  },
  ROOK,
);
