import type { Application } from '../../../fleet/application';
import type { Cluster } from '../../../fleet/cluster';
import type { TestProps } from '../cluster';

/** A construct as a user would use it, and what the cluster is for it. */
export interface Example {
  readonly facts?: TestProps;
  readonly make: (app: Application, cluster: Cluster) => void;
}
