import { raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';
import { all, claim, VELERO } from '../../helpers/velero';

const STORAGE: Fill = (app) => {
  raw(app, 'disks', {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: 'disks' },
    provisioner: 'cinder.csi.openstack.org',
  });
};

testRule(
  'kubernetes/access-mode',
  {
    wrong: [
      [
        'by several nodes',
        all(STORAGE, claim('data', { storageClassName: 'disks', accessModes: ['ReadWriteMany'] })),
        'is to be written by several nodes, and "disks" is of block devices',
      ],
    ],
    right: {
      'by one': all(STORAGE, claim('data', { storageClassName: 'disks' })),
      'a raw device': all(
        STORAGE,
        claim('data', { storageClassName: 'disks', accessModes: ['ReadWriteMany'], volumeMode: 'Block' }),
      ),
    },
  },
  VELERO,
);
