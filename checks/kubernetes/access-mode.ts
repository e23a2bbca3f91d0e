import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import { claimsOf } from '../claims';
import type { ClusterView } from '../cluster-view';
import type { Rule } from '../rule';

/** Drivers of block devices, which one node at a time may mount with a filesystem on them. */
const BLOCK =
  /(?:rbd\.csi\.ceph\.com|cinder\.csi\.openstack\.org|ebs\.csi\.aws\.com|pd\.csi\.storage\.gke\.io|disk\.csi\.azure\.com)$/;

export const accessMode: Rule = {
  id: 'kubernetes/access-mode',
  holds: 'claims written by several nodes are not of block devices',
  category: 'reference',
  effect: 'The driver refuses the volume: the claim stays Pending (multi-node access with a filesystem).',
  source: 'cephcsi v3.17, internal/rbd/controllerserver.go; cloud-provider-openstack, pkg/csi/cinder',
  check(cluster, report) {
    for (const { entry, spec, at } of claimsOf(cluster)) {
      if (!spec?.accessModes?.includes('ReadWriteMany') || spec.volumeMode === 'Block') continue;
      const found = classOf(cluster, spec.storageClassName);
      const name = found?.object.metadata.name;
      const driver = String(found?.object['provisioner'] ?? '');
      if (!BLOCK.test(driver)) continue;
      report(entry, {
        message: `${describe(entry.object)}: ${at} is to be written by several nodes, and "${name}" is of block devices (${driver}).`,
        fix: 'ReadWriteOnce, or a class of a filesystem (CephFS, NFS).',
        section: `${at}.accessModes`,
      });
    }
  },
};

/** The class of that name; the default one where none is named. */
function classOf(cluster: ClusterView, name: string | undefined): Entry | undefined {
  if (name !== undefined) return cluster.find('storage.k8s.io/StorageClass', undefined, name);
  const isDefault = ({ object }: Entry) =>
    object.metadata.annotations?.['storageclass.kubernetes.io/is-default-class'] === 'true';
  return [...cluster.ofKind('storage.k8s.io/StorageClass')].find(isDefault);
}
