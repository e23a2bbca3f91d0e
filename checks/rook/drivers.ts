import type { ClusterView } from '../cluster-view';

interface DriversValues {
  readonly drivers?: Readonly<
    Record<string, { readonly enabled?: boolean; readonly name?: string; readonly snapshotPolicy?: string }>
  >;
}

/** Drivers of Ceph by their names: objects of the operator of the drivers, or the chart's values. */
export function driverNames(cluster: ClusterView): string[] {
  const objects = [...cluster.ofKind('csi.ceph.io/Driver')].map(({ object }) => object.metadata.name);
  const { drivers = {} } = (cluster.chart('ceph-csi-drivers')?.values ?? {}) as DriversValues;
  const values = Object.values(drivers).flatMap(({ enabled, name }) => (enabled && name ? [name] : []));
  return [...objects, ...values];
}

/** Whether a driver of the chart takes snapshots; undefined where it is not of the chart. */
export function takesSnapshots(cluster: ClusterView, driver: string): boolean | undefined {
  const { drivers = {} } = (cluster.chart('ceph-csi-drivers')?.values ?? {}) as DriversValues;
  const found = Object.values(drivers).find(({ name }) => name === driver);
  return found && (found.snapshotPolicy ?? 'none') !== 'none';
}
