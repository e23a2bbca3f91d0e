import { describe } from '../../fleet/object';
import { podsOf } from '../pod-specs';
import type { Rule } from '../rule';
import { cephSpec, clusterIn, localClusters } from './shapes';

export const toolbox: Rule = {
  id: 'rook/toolbox',
  holds: 'warns of a toolbox elsewhere, or of another Ceph',
  severity: 'warning',
  effect:
    'The toolbox does not start without the cluster’s Secret, or speaks another version of Ceph than the cluster.',
  source: 'Rook v1.20.6, deploy/examples/toolbox.yaml',
  check(cluster, report) {
    if (localClusters(cluster).length === 0) return;
    for (const { entry, containers } of podsOf(cluster)) {
      if (!entry.object.metadata.name.startsWith('rook-ceph-tools')) continue;
      const { namespace } = entry.object.metadata;
      const owner = clusterIn(cluster, namespace);
      const image = owner && cephSpec(owner).cephVersion?.image;
      const own = containers[0]?.container.image;
      const problem = !owner
        ? [`is in ${namespace}, where no CephCluster is`, 'Put it beside the CephCluster.']
        : image && own?.includes('ceph/ceph:') && own !== image
          ? [`runs ${own}, and the cluster ${image}`, 'Use the cluster’s image.']
          : undefined;
      if (!problem) continue;
      report(entry, {
        message: `${describe(entry.object)} ${problem[0]}.`,
        fix: problem[1] ?? '',
        section: 'spec.template',
      });
    }
  },
};
