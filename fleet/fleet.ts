/** What all clusters share. */
export interface FleetProps {
  /** The git repository that Argo CD reads, as it reaches it: `https://github.com/example/fleet`. */
  readonly repository: string;
  /** The branch, tag or commit that clusters follow unless they say otherwise. @default main */
  readonly revision?: string;
}

/** The fleet: one repository, and the clusters that are synced from it. It holds no clusters, so that one can be built without the others. */
export class Fleet {
  readonly repository: string;
  readonly revision: string;
  /** The folder of the repository that holds the manifests. */
  readonly folder = 'dist';

  constructor(props: FleetProps) {
    this.repository = props.repository;
    this.revision = props.revision ?? 'main';
  }
}
