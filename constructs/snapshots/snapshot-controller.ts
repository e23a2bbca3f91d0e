import { RBAC_KINDS } from '../../facts/rbac';
import type { Cluster } from '../../fleet/cluster';
import type { AppProjectModel } from '../../fleet/model';
import { HelmApplication } from '../argocd/helm-application';
import { Namespace } from '../kubernetes/namespace';

export interface SnapshotControllerProps {
  readonly project: AppProjectModel;
}

const NAMESPACE = 'snapshot-controller';

/** Of the group snapshot.storage.k8s.io, and its newer neighbour. */
const kinds = (names: readonly string[]) => [
  ...names.map((name) => `snapshot.storage.k8s.io/Volume${name}`),
  ...names.map((name) => `groupsnapshot.storage.k8s.io/VolumeGroup${name}`),
];

/**
 * The controller and the CRDs of CSI snapshots, for clusters that come without: Talos, say. Managed clusters mostly
 * bring them. Source: piraeusdatastore/helm-charts, snapshot-controller 5.2.0 (kubernetes-csi/external-snapshotter v8.6.0).
 */
export class SnapshotController extends HelmApplication {
  constructor(cluster: Cluster, props: SnapshotControllerProps) {
    super(cluster, 'snapshot-controller', {
      project: props.project,
      namespace: NAMESPACE,
      repository: 'https://piraeus.io/helm-charts/',
      chart: 'snapshot-controller',
      version: '5.2.0',
      values: {
        installCRDs: true,
        controller: { resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '128Mi' } } },
      },
      declares: {
        crds: kinds(['Snapshot', 'SnapshotClass', 'SnapshotContent']),
        clusterScoped: kinds(['SnapshotClass', 'SnapshotContent']),
        kinds: ['ServiceAccount', 'apps/Deployment', ...RBAC_KINDS],
      },
    });
    // Its Pod says no seccomp profile, which "restricted" asks for.
    new Namespace(this, NAMESPACE, { podSecurity: 'baseline' });
  }
}
