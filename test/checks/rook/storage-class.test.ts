import { raw } from '../../helpers/cluster';
import { ROOK, replicated, rook, storageClass, withCluster } from '../../helpers/rook';
import { type Fill, testRule } from '../../helpers/rule';

const SECRETS = Object.fromEntries(
  ['provisioner', 'controller-expand', 'controller-publish', 'node-stage'].flatMap((use) => [
    [`csi.storage.k8s.io/${use}-secret-name`, `rook-csi-rbd-${use === 'node-stage' ? 'node' : 'provisioner'}`],
    [`csi.storage.k8s.io/${use}-secret-namespace`, 'app'],
  ]),
);
const PARAMETERS = { clusterID: 'app', pool: 'pool', imageFeatures: 'layering', ...SECRETS };
const of = (parameters: object, provisioner = 'app.rbd.csi.ceph.com', more: object = {}) =>
  withCluster(
    rook('BlockPool', 'pool', replicated()),
    storageClass('fast', { provisioner, parameters: { ...PARAMETERS, ...parameters }, ...more }),
  );
const DRIVER: Fill = (app) => {
  raw(app, 'driver', {
    apiVersion: 'csi.ceph.io/v1',
    kind: 'Driver',
    metadata: { name: 'app.rbd.csi.ceph.com' },
    spec: {},
  });
};

const CEPHFS = {
  clusterID: 'app',
  ...Object.fromEntries(Object.entries(SECRETS).map(([k, v]) => [k, v.replace('rbd', 'cephfs')])),
};

testRule(
  'rook/storage-class',
  {
    wrong: [
      [
        'another namespace',
        of({ clusterID: 'rook' }),
        'has the clusterID "rook", and no CephCluster is in that namespace',
      ],
      [
        'a pool that is not there',
        of({ pool: 'pol' }),
        'is of the pool "pol", which nothing makes. Did you mean "pool"?',
      ],
      [
        'a driver that is not there',
        (app, cluster) => {
          DRIVER(app, cluster);
          of({}, 'ceph.rbd.csi.ceph.com')(app, cluster);
        },
        'which is no driver here. Did you mean "app.rbd.csi.ceph.com"?',
      ],
      [
        'another’s secret',
        of({ 'csi.storage.k8s.io/provisioner-secret-name': 'rook-csi-cephfs-provisioner' }),
        'names the secret "rook-csi-cephfs-provisioner" for provisioner',
      ],
      [
        'a secret of another namespace',
        of({ 'csi.storage.k8s.io/node-stage-secret-namespace': 'rook' }),
        'looks for the secret "rook-csi-rbd-node" in rook',
      ],
      [
        'a feature without another',
        of({ imageFeatures: 'layering,fast-diff' }),
        'wants the image feature fast-diff without object-map',
      ],
      [
        'growth without a secret',
        of({ 'csi.storage.k8s.io/controller-expand-secret-name': undefined }, undefined, {
          allowVolumeExpansion: true,
        }),
        'lets volumes grow without a secret',
      ],
      [
        'a bucket class without a prefix',
        withCluster(
          rook('ObjectStore', 'o', { metadataPool: replicated(), dataPool: replicated(), gateway: { port: 80 } }),
          storageClass('b', {
            provisioner: 'ceph.rook.io/bucket',
            parameters: { objectStoreName: 'o', objectStoreNamespace: 'app' },
          }),
        ),
        'has a provisioner without the namespace',
      ],
      [
        'a filesystem that is not there',
        withCluster(
          storageClass('f', { provisioner: 'app.cephfs.csi.ceph.com', parameters: { ...CEPHFS, fsName: 'files' } }),
        ),
        'is of the filesystem "files", which nothing makes',
      ],
    ],
    right: {
      'as it should be': of({ imageFeatures: 'layering,exclusive-lock,object-map,fast-diff' }),
    },
  },
  ROOK,
);
