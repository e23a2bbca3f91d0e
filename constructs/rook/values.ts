import type { ResourceRequirements } from '../../imports/k8s';

/** Values of the chart rook-ceph, as far as they are set here. Source: rook/rook v1.20.6, deploy/charts/rook-ceph. */
export interface RookCephValues {
  readonly crds?: { readonly enabled: boolean };
  readonly resources?: ResourceRequirements;
  readonly logLevel?: 'ERROR' | 'WARNING' | 'INFO' | 'DEBUG';
  readonly monitoring?: { readonly enabled: boolean };
  readonly enableDiscoveryDaemon?: boolean;
  readonly currentNamespaceOnly?: boolean;
}

/** What a CSI driver is told. */
export interface DriverValues {
  readonly enabled: boolean;
  /** The operator's namespace is its prefix. */
  readonly name: string;
  readonly snapshotPolicy?: 'none' | 'volumeSnapshot' | 'volumeGroupSnapshot';
  readonly controllerPlugin?: { readonly replicas?: number; readonly priorityClassName?: string };
  readonly nodePlugin?: { readonly priorityClassName?: string };
}

/** Values of the chart ceph-csi-drivers, as far as they are set here. Source: ceph/ceph-csi-operator v1.0.4. */
export interface CephCsiDriversValues {
  readonly operatorConfig: {
    readonly namespace: string;
    readonly driverSpecDefaults: { readonly imageSet: { readonly name: string } };
  };
  readonly drivers: Readonly<Record<'rbd' | 'cephfs' | 'nfs' | 'nvmeof', DriverValues>>;
}
