import { CEPH_CLUSTER } from '../../facts/rook';
import { didYouMean, sentence } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import { groupBy } from '../group-by';
import type { Rule } from '../rule';
import { driverNames, takesSnapshots } from './drivers';

const SNAPSHOT_CLASS = 'snapshot.storage.k8s.io/VolumeSnapshotClass';
const DEFAULT = 'snapshot.storage.kubernetes.io/is-default-class';

export const snapshotClass: Rule = {
  id: 'rook/snapshot-class',
  holds: 'a snapshot class fits a driver that takes snapshots, its cluster and its secret; one default a driver',
  category: 'reference',
  effect: 'Snapshots stay not ready for ever; with two default classes of a driver none is made.',
  source: 'Rook v1.20.6, deploy/examples/csi; kubernetes-csi/external-snapshotter v8.6.0, pkg/common-controller',
  check(cluster, report) {
    const classes = [...cluster.ofKind(SNAPSHOT_CLASS)];
    const defaults = classes.filter(({ object }) => object.metadata.annotations?.[DEFAULT] === 'true');
    for (const same of groupBy(defaults, ({ object }) => object['driver']).values()) {
      for (const entry of same.slice(1)) {
        report(entry, {
          message: `${describe(entry.object)} is a default class of ${String(entry.object['driver'])}, as is ${same[0]?.object.metadata.name}.`,
          fix: 'One default for each driver.',
          section: 'metadata.annotations',
        });
      }
    }
    const namespaces = [...cluster.ofKind(CEPH_CLUSTER)].map(({ object }) => object.metadata.namespace ?? '');
    if (namespaces.length === 0) return;
    const drivers = driverNames(cluster);
    for (const entry of classes) {
      const driver = String(entry.object['driver'] ?? '');
      if (!driver.includes('csi.ceph.')) continue;
      const say = (what: string, fix: string, section: string) =>
        report(entry, { message: `${describe(entry.object)} ${sentence(what)}`, fix, section });
      if (drivers.length > 0 && !drivers.includes(driver)) {
        say(
          `is of the driver "${driver}", which is not here${didYouMean(driver, drivers)}`,
          `One of ${drivers.join(', ')}.`,
          'driver',
        );
        continue;
      }
      if (takesSnapshots(cluster, driver) === false) {
        say(
          `is of the driver "${driver}", which was told to take no snapshots`,
          'new RookOperator(…, { snapshots: true }).',
          'driver',
        );
      }
      const parameters = (entry.object['parameters'] ?? {}) as Readonly<Record<string, string>>;
      const { clusterID = '' } = parameters;
      if (!namespaces.includes(clusterID)) {
        say(
          `has the clusterID "${clusterID}", and no CephCluster is in that namespace`,
          `The namespace: ${namespaces.join(', ')}.`,
          'parameters.clusterID',
        );
      }
      const user = driver.includes('rbd') ? 'rbd' : 'cephfs';
      const name = parameters['csi.storage.k8s.io/snapshotter-secret-name'];
      const namespace = parameters['csi.storage.k8s.io/snapshotter-secret-namespace'];
      const right = `rook-csi-${user}-provisioner`;
      const at = 'parameters.csi.storage.k8s.io/snapshotter-secret-name';
      if (name !== right)
        say(`names ${name ? `the secret "${name}"` : 'no secret'}`, `${right}, which Rook makes.`, at);
      else if (namespace !== undefined && !namespaces.includes(namespace)) {
        say(`looks for its secret in ${namespace}`, `In ${namespaces.join(' or ')}.`, at);
      }
    }
  },
};
