import { RBAC_KINDS } from '../../facts/rbac';
import type { Cluster } from '../../fleet/cluster';
import type { AppProjectModel, Declared } from '../../fleet/model';
import { addHealthChecks } from '../argocd/health-checks';
import { HelmApplication } from '../argocd/helm-application';
import { excludeResources } from '../argocd/resource-exclusions';
import { Namespace } from '../kubernetes/namespace';
import { VELERO_EXCLUSIONS } from './exclusions';
import { locationHealth, scheduleHealth } from './health';
import { pluginContainers, RESTRICTED } from './plugins';
import type { Plugin } from './providers';
import type { VeleroValues } from './values';
import type { VolumeBackup } from './volumes';

export interface VeleroProps {
  readonly project: AppProjectModel;
  /**
   * Reads and writes volumes' data on the nodes although no schedule of this cluster asks for it: to restore another
   * cluster's backups here.
   * @default - where a schedule saves files or moves data
   */
  readonly nodeAgent?: boolean;
  /** Metrics for Prometheus, by a monitor of the Prometheus operator. @default false */
  readonly monitoring?: boolean;
}

const NAMESPACE = 'velero';

/**
 * Velero. What it needs follows from what is used: a location brings its provider's plugin, a schedule that saves files or
 * moves data the node-agent (and with it a privileged namespace), snapshots the CSI feature. Locations and schedules are
 * objects of another application in its namespace.
 */
export class Velero extends HelmApplication<VeleroValues> {
  /** Its Namespace. */
  readonly home: Namespace;
  private readonly plugins = new Set<Plugin>();
  private readonly methods = new Set<VolumeBackup['method']>();
  private readonly veleroProps: VeleroProps;

  constructor(cluster: Cluster, props: VeleroProps) {
    super(cluster, 'velero', {
      project: props.project,
      namespace: NAMESPACE,
      repository: 'https://vmware-tanzu.github.io/helm-charts',
      chart: 'velero',
      version: '12.1.0',
      values: () => this.valuesNow(),
      declares: () => this.declaresNow(),
    });
    this.veleroProps = props;
    this.home = new Namespace(this, NAMESPACE, {
      // The node-agent mounts the kubelet's folder, as root.
      podSecurity: () => (this.needsNodeAgent ? 'privileged' : 'restricted'),
    });
    excludeResources(this, ...VELERO_EXCLUSIONS);
    addHealthChecks(this, ['velero.io/BackupStorageLocation'], locationHealth);
    addHealthChecks(this, ['velero.io/Schedule'], scheduleHealth);
    if (props.nodeAgent) this.useVolumes('data-movement');
  }

  /** A location of this provider is there. */
  usePlugin(plugin: Plugin): void {
    this.plugins.add(plugin);
  }

  /** A schedule saves volumes this way. */
  useVolumes(method: VolumeBackup['method']): void {
    this.methods.add(method);
  }

  private get needsNodeAgent(): boolean {
    return this.methods.has('file-system') || this.methods.has('data-movement');
  }

  private valuesNow(): VeleroValues {
    const csi = this.methods.has('csi-snapshot') || this.methods.has('data-movement');
    return {
      initContainers: pluginContainers(this.plugins),
      configuration: {
        ...(csi ? { features: 'EnableCSI' } : {}),
        // Repositories are configured below HOME, which has to be writable (pkg/repository/udmrepo/repo_options.go).
        extraEnvVars: [{ name: 'HOME', value: '/scratch' }],
      },
      // Each location names its own.
      credentials: { useSecret: false },
      backupsEnabled: false,
      snapshotsEnabled: false,
      deployNodeAgent: this.needsNodeAgent,
      ...(this.needsNodeAgent
        ? { nodeAgent: { resources: { requests: { cpu: '50m', memory: '256Mi' }, limits: { memory: '2Gi' } } } }
        : {}),
      // Argo CD applies the chart's crds/ folder; the job that would do it, and the one that deletes, are not for it.
      upgradeCRDs: false,
      cleanUpCRDs: false,
      ...(this.veleroProps.monitoring ? { metrics: { serviceMonitor: { enabled: true, autodetect: false } } } : {}),
      resources: { requests: { cpu: '50m', memory: '128Mi' }, limits: { memory: '1Gi' } },
      podSecurityContext: {
        runAsNonRoot: true,
        // The image's user has a name only, which the kubelet cannot tell from root.
        runAsUser: 65532,
        runAsGroup: 65532,
        fsGroup: 65532,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      containerSecurityContext: RESTRICTED,
    };
  }

  private declaresNow(): Declared {
    return {
      crds: CRDS.map((kind) => `velero.io/${kind}`),
      kinds: [
        ...['ConfigMap', 'Service', 'ServiceAccount', 'apps/Deployment', ...RBAC_KINDS],
        ...(this.needsNodeAgent ? ['apps/DaemonSet'] : []),
        ...(this.veleroProps.monitoring ? ['monitoring.coreos.com/ServiceMonitor'] : []),
      ],
      ...(this.needsNodeAgent ? { needsSecrets: [REPOSITORY_SECRET.name] } : {}),
    };
  }
}

/**
 * The Secret whose key `repository-password` encrypts what the node-agent writes. It has to be there before the first
 * backup: without it Velero takes a password that the world knows (pkg/repository/keys). A cluster that restores another's
 * backups needs the other's.
 */
export const REPOSITORY_SECRET = { name: 'velero-repo-credentials', key: 'repository-password' } as const;

const CRDS = [
  ...['Backup', 'BackupRepository', 'BackupStorageLocation', 'DataDownload', 'DataUpload', 'DeleteBackupRequest'],
  ...['DownloadRequest', 'PodVolumeBackup', 'PodVolumeRestore', 'Restore', 'Schedule', 'ServerStatusRequest'],
  'VolumeSnapshotLocation',
];
