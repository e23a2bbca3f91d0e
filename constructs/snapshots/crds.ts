import type { CrdSource } from '../../cli/import/crd-source';

/** The snapshot class, for `npm run import`; the CRDs themselves come with the cluster, or with snapshot-controller.ts. */
export const crds: CrdSource = {
  system: 'external-snapshotter',
  repository: 'kubernetes-csi/external-snapshotter',
  tag: 'v8.6.0',
  files: {
    'volumesnapshotclasses.snapshot.storage.k8s.io':
      'client/config/crd/snapshot.storage.k8s.io_volumesnapshotclasses.yaml',
  },
};
