import { HelmApplication } from '../../../constructs/argocd/helm-application';
import { raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';
import { all, claim, schedule, VELERO } from '../../helpers/velero';

const installed =
  (values: object): Fill =>
  (app, cluster) =>
    void new HelmApplication(cluster, 'velero', {
      project: app.project,
      namespace: 'kube-system',
      repository: 'https://charts.example.com',
      chart: 'velero',
      version: '12.1.0',
      values: { ...values },
      declares: { kinds: ['apps/Deployment'] },
    });
const storage: Fill = (app) => {
  raw(app, 'disks', {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: 'disks' },
    provisioner: 'csi.example.com',
  });
};
const snapshotClass =
  (name: string): Fill =>
  (app) => {
    raw(app, `class-${name}`, {
      apiVersion: 'snapshot.storage.k8s.io/v1',
      kind: 'VolumeSnapshotClass',
      metadata: { name, labels: { 'velero.io/csi-volumesnapshot-class': 'true' } },
      driver: 'csi.example.com',
      deletionPolicy: 'Delete',
    });
  };

testRule(
  'velero/volume-method',
  {
    wrong: [
      [
        'no node-agent',
        all(installed({ deployNodeAgent: false }), schedule({ defaultVolumesToFsBackup: true })),
        'reads files on the nodes, where no node-agent is',
      ],
      [
        'no snapshots',
        all(installed({ deployNodeAgent: true }), schedule({ snapshotMoveData: true })),
        'moves data of CSI snapshots, and Velero takes none',
      ],
      [
        'no class of the driver',
        all(storage, claim('data', { storageClassName: 'disks' }), schedule({ snapshotMoveData: true })),
        'takes snapshots of csi.example.com, which has no VolumeSnapshotClass',
      ],
      [
        'two classes chosen',
        all(
          storage,
          snapshotClass('a'),
          snapshotClass('b'),
          claim('data', { storageClassName: 'disks' }),
          schedule({ snapshotMoveData: true }),
        ),
        'whose VolumeSnapshotClasses a, b are all chosen',
      ],
    ],
    right: {
      'the node-agent': all(
        installed({ deployNodeAgent: true, configuration: { features: 'EnableCSI' } }),
        schedule({ snapshotMoveData: true }),
      ),
      'one class': all(
        storage,
        snapshotClass('a'),
        claim('data', { storageClassName: 'disks' }),
        schedule({ snapshotMoveData: true }),
      ),
    },
  },
  VELERO,
);
