import type { SyncMode } from '../../fleet/cluster';
import type { Fleet } from '../../fleet/fleet';
import { appOfApps } from './app-of-apps';

/** A cluster that a hub syncs. */
export interface HubMember {
  /** The cluster's name. */
  readonly cluster: string;
  /** The revision that its root follows. @default - the fleet's */
  readonly revision?: string;
  /** Who starts a sync of its root. @default automated */
  readonly sync?: SyncMode;
}

/** A root Application for each member: its AppProjects and Applications live in the hub, its objects in the member. */
export function memberRoots(members: readonly HubMember[], namespace: string, fleet: Fleet): object[] {
  return members.map(({ cluster, revision, sync }) =>
    appOfApps({
      name: `${cluster}-root`,
      repository: fleet.repository,
      revision: revision ?? fleet.revision,
      path: `${fleet.folder}/${cluster}/app-of-apps`,
      namespace,
      sync: sync ?? 'automated',
    }),
  );
}
