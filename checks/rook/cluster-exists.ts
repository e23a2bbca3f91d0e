import { CEPH_CLUSTER, CEPH_KINDS, FILESYSTEM, ROOK_GROUP, SUB_VOLUME_GROUP } from '../../facts/rook';
import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';

export const clusterExists: Rule = {
  id: 'rook/cluster-exists',
  holds: 'pools, filesystems and stores are beside a CephCluster, groups beside their filesystem',
  category: 'reference',
  effect: 'The operator waits for a cluster that never comes: the object stays without a phase.',
  source: 'Rook v1.20.6, pkg/operator/ceph/reporting and controllers: IsReadyToReconcile',
  check(cluster, report) {
    const clusters = [...cluster.ofKind(CEPH_CLUSTER)].map(({ object }) => object.metadata.namespace ?? '');
    for (const kind of CEPH_KINDS) {
      for (const entry of cluster.ofKind(kind)) {
        const { namespace = '' } = entry.object.metadata;
        if (clusters.includes(namespace)) continue;
        report(entry, {
          message: `${describe(entry.object)} is in ${namespace}, where no CephCluster is.${didYouMean(namespace, clusters)}`,
          fix: 'Put it into the CephCluster’s namespace.',
          section: 'metadata.namespace',
        });
      }
    }
    for (const entry of cluster.ofKind(SUB_VOLUME_GROUP)) {
      const { filesystemName = '' } = specOf<{ filesystemName?: string }>(entry);
      const { namespace } = entry.object.metadata;
      if (cluster.find(FILESYSTEM, namespace, filesystemName) || !clusters.includes(namespace ?? '')) continue;
      report(entry, {
        message: `${describe(entry.object)} is of the filesystem "${filesystemName}", which nothing makes.${didYouMean(filesystemName, cluster.names(FILESYSTEM, namespace))}`,
        fix: 'Name a CephFilesystem.',
        section: 'spec.filesystemName',
      });
    }
    for (const entry of cluster.ofKind(`${ROOK_GROUP}/CephClient`)) {
      const { name } = entry.object.metadata;
      if (!['admin', 'rbd-mirror', 'rbd-mirror-peer'].includes(specOf<{ name?: string }>(entry).name ?? name)) continue;
      report(entry, {
        message: `${describe(entry.object)} has the name of an account that is Ceph's own.`,
        fix: 'Give it another name.',
        section: 'metadata.name',
      });
    }
  },
};
