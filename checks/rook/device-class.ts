import { didYouMean } from '../../fleet/did-you-mean';
import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import type { Rule } from '../rule';
import { where } from './pool-spec';
import { cephSpec, clusterIn, poolsOf } from './shapes';

/** What Ceph finds out by itself. */
const OWN = ['hdd', 'ssd', 'nvme'];

export const deviceClass: Rule = {
  id: 'rook/device-class',
  holds: 'a pool’s class of disks is one that Ceph finds, or that the cluster gives its disks',
  category: 'reference',
  effect: 'The CRUSH rule cannot be made: the pool fails, "device class … does not exist".',
  source: 'Rook v1.20.6, pkg/daemon/ceph/client/crush_rule.go; Ceph: osd crush rule create-replicated',
  check(cluster, report) {
    for (const found of poolsOf(cluster)) {
      const { entry, pool, at } = found;
      const { primaryDeviceClass, secondaryDeviceClass } = pool.replicated?.hybridStorage ?? {};
      const known = [...OWN, ...classesOf(cluster, entry)];
      for (const name of [pool.deviceClass, primaryDeviceClass, secondaryDeviceClass]) {
        if (!name || known.includes(name)) continue;
        report(entry, {
          message: `${describe(entry.object)}: ${where(found)} wants disks of the class "${name}", which none has.${didYouMean(name, known)}`,
          fix: 'Name a class of Ceph, or give it to disks: `config: { deviceClass }`.',
          section: `${at}.deviceClass`,
        });
      }
    }
  },
};

/** Classes that a cluster gives its disks, wherever it does. */
function classesOf(cluster: ClusterView, pool: Entry): string[] {
  const owner = clusterIn(cluster, pool.object.metadata.namespace);
  const text = JSON.stringify(owner ? (cephSpec(owner).storage ?? {}) : {});
  return [...text.matchAll(/"(?:deviceClass|crushDeviceClass)":"([^"]+)"/g)].map(([, name = '']) => name);
}
