import { RBAC_KINDS } from '../../facts/rbac';
import { CEPHFS_DRIVER, RBD_DRIVER } from '../../facts/rook';
import { clusterOf } from '../../fleet/application';
import type { Cluster } from '../../fleet/cluster';
import type { AppProjectModel, Declared } from '../../fleet/model';
import { HelmApplication } from '../argocd/helm-application';
import { Namespace } from '../kubernetes/namespace';
import type { CephCsiDriversValues, DriverValues, RookCephValues } from './values';

export interface RookOperatorProps {
  readonly project: AppProjectModel;
  /** Lets the drivers take snapshots: the cluster needs the CRDs and the controller of CSI snapshots. @default false */
  readonly snapshots?: boolean;
  /** Lets the operator make monitors for the Prometheus operator, where a CephCluster asks for them. @default false */
  readonly monitoring?: boolean;
  /** How many of each driver's controllers run. @default - 1 where the platform has one node, else 2 */
  readonly driverReplicas?: number;
}

const NAMESPACE = 'rook-ceph';

/**
 * Rook's operator, and the CSI drivers, which Rook has not brought by itself since 1.20. Both by Helm, the drivers after the
 * operator: other ways of installing name their accounts differently, and are not mixed with this one.
 */
export class RookOperator extends HelmApplication<RookCephValues> {
  /** The drivers: without them no claim is served. */
  readonly drivers: HelmApplication<CephCsiDriversValues>;
  readonly monitoring: boolean;

  constructor(cluster: Cluster, props: RookOperatorProps) {
    const { project, snapshots = false, monitoring = false } = props;
    super(cluster, 'rook-ceph', {
      project,
      namespace: NAMESPACE,
      repository: 'https://charts.rook.io/release',
      chart: 'rook-ceph',
      version: 'v1.20.6',
      values: {
        crds: { enabled: true },
        resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '512Mi' } },
        ...(monitoring ? { monitoring: { enabled: true } } : {}),
      },
      declares: OPERATOR_DECLARES,
    });
    this.monitoring = monitoring;
    // OSDs and the drivers on each node work on the host's devices; Talos enforces "baseline" where nothing is said.
    new Namespace(this, NAMESPACE, {
      podSecurity: 'privileged',
      openTraffic: 'Ceph’s clients are on every node, and in every namespace that has its claims.',
    });
    const nodes = clusterOf(this).props.platform.nodes?.length;
    this.drivers = new HelmApplication(cluster, 'ceph-csi-drivers', {
      project,
      namespace: NAMESPACE,
      repository: 'https://ceph.github.io/ceph-csi-operator',
      chart: 'ceph-csi-drivers',
      version: '1.0.4',
      values: driverValues(snapshots, props.driverReplicas ?? (nodes === 1 ? 1 : 2)),
      declares: { kinds: ['ServiceAccount', 'csi.ceph.io/Driver', 'csi.ceph.io/OperatorConfig', ...RBAC_KINDS] },
    }).dependsOn(this);
  }
}

const CEPH_CRDS = [
  ...['BlockPoolRadosNamespace', 'BlockPool', 'BucketNotification', 'BucketTopic', 'Client', 'Cluster', 'COSIDriver'],
  ...['FilesystemMirror', 'Filesystem', 'FilesystemSubVolumeGroup', 'NFS', 'NVMeOFGateway', 'ObjectRealm'],
  ...['ObjectStoreAccount', 'ObjectStore', 'ObjectStoreUser', 'ObjectZoneGroup', 'ObjectZone', 'RBDMirror'],
].map((kind) => `ceph.rook.io/Ceph${kind}`);

const CSI_CRDS = ['CephConnection', 'ClientProfile', 'ClientProfileMapping', 'Driver', 'OperatorConfig'];

/** rook-ceph v1.20.6 with the operator of the CSI drivers; read from `helm template`. */
const OPERATOR_DECLARES: Declared = {
  crds: [
    ...CEPH_CRDS,
    ...CSI_CRDS.map((kind) => `csi.ceph.io/${kind}`),
    'objectbucket.io/ObjectBucket',
    'objectbucket.io/ObjectBucketClaim',
  ],
  clusterScoped: ['objectbucket.io/ObjectBucket'],
  kinds: ['ConfigMap', 'ServiceAccount', 'apps/Deployment', ...RBAC_KINDS],
};

/**
 * What Rook wants the drivers to be, by driver: what the chart's `driverSpecDefaults` say of replicas and snapshots,
 * its own values for each driver override. Source: rook/rook v1.20.6, deploy/charts/ceph-csi-drivers/values.yaml.
 */
function driverValues(snapshots: boolean, replicas: number): CephCsiDriversValues {
  const driver = (suffix: string, enabled: boolean): DriverValues => ({
    enabled,
    name: `${NAMESPACE}.${suffix}`,
    ...(enabled
      ? {
          snapshotPolicy: snapshots ? 'volumeSnapshot' : 'none',
          controllerPlugin: { replicas, priorityClassName: 'system-cluster-critical' },
          nodePlugin: { priorityClassName: 'system-node-critical' },
        }
      : {}),
  });
  return {
    operatorConfig: {
      namespace: NAMESPACE,
      driverSpecDefaults: { imageSet: { name: 'rook-csi-operator-image-set-configmap' } },
    },
    drivers: {
      rbd: driver(RBD_DRIVER, true),
      cephfs: driver(CEPHFS_DRIVER, true),
      nfs: driver('nfs.csi.ceph.com', false),
      nvmeof: driver('nvmeof.csi.ceph.com', false),
    },
  };
}
