import type { Application } from '../../../fleet/application';
import type { Cluster, ClusterProps } from '../../../fleet/cluster';

/** A construct as a user would use it, and what the cluster is for it. */
export interface Example {
  readonly facts?: Partial<ClusterProps>;
  readonly make: (app: Application, cluster: Cluster) => void;
}
