import type { CrdSource } from '../../cli/import/crd-source';

const CEPH_PLURALS = [
  'cephblockpools',
  'cephclusters',
  'cephfilesystems',
  'cephfilesystemsubvolumegroups',
  'cephobjectrealms',
  'cephobjectstores',
  'cephobjectstoreusers',
  'cephobjectzonegroups',
  'cephobjectzones',
];

const FILE = 'deploy/examples/crds.yaml';

/** Rook's kinds, for `npm run import`. What repeats Kubernetes' own Pod types is any object there, for the sake of size. */
export const crds: CrdSource = {
  system: 'rook',
  repository: 'rook/rook',
  tag: 'v1.20.6',
  files: {
    ...Object.fromEntries(CEPH_PLURALS.map((plural) => [`${plural}.ceph.rook.io`, FILE])),
    'objectbucketclaims.objectbucket.io': FILE,
  },
  cut: {
    'cephclusters.ceph.rook.io': [
      'spec.placement',
      'spec.healthCheck.livenessProbe',
      'spec.healthCheck.startupProbe',
      'spec.mon.volumeClaimTemplate',
      'spec.mon.zones[].volumeClaimTemplate',
      'spec.mon.stretchCluster',
      'spec.storage.nodes[].resources',
      'spec.storage.nodes[].volumeClaimTemplates',
      'spec.storage.volumeClaimTemplates',
      'spec.storage.storageClassDeviceSets[].placement',
      'spec.storage.storageClassDeviceSets[].preparePlacement',
      'spec.storage.storageClassDeviceSets[].volumeClaimTemplates',
      'status',
    ],
    'cephfilesystems.ceph.rook.io': [
      'spec.metadataServer.placement',
      'spec.metadataServer.livenessProbe',
      'spec.metadataServer.startupProbe',
      'status',
    ],
    'cephobjectstores.ceph.rook.io': [
      'spec.gateway.placement',
      'spec.gateway.additionalVolumeMounts',
      'spec.healthCheck',
      'status',
    ],
  },
};
