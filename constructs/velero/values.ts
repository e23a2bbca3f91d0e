import type { ResourceRequirements } from '../../imports/k8s';

/** Values of the chart velero, as far as they are set here. Source: vmware-tanzu/helm-charts, velero 12.1.0. */
export interface VeleroValues {
  readonly initContainers: readonly object[];
  readonly configuration: {
    /** Velero's feature flags, separated by commas. */
    readonly features?: string;
    readonly extraEnvVars?: readonly { readonly name: string; readonly value: string }[];
  };
  readonly credentials: { readonly useSecret: boolean };
  /** Whether the chart writes a BackupStorageLocation, and a VolumeSnapshotLocation. */
  readonly backupsEnabled: boolean;
  readonly snapshotsEnabled: boolean;
  readonly deployNodeAgent: boolean;
  readonly nodeAgent?: { readonly resources: ResourceRequirements; readonly tolerations?: readonly object[] };
  readonly upgradeCRDs: boolean;
  readonly cleanUpCRDs: boolean;
  readonly metrics?: object;
  readonly resources: ResourceRequirements;
  readonly podSecurityContext: object;
  readonly containerSecurityContext: object;
}
