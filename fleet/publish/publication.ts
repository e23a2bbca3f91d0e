import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { move } from './move';
import { NO_FOLDERS, type Plan, planCluster } from './plan';
import { remove } from './remove';
import { type PublicationProps, type Staged, stagingFolder } from './stage';

/**
 * Brings a folder to a new state. Nothing in it is touched before every new file is staged beside it (`stage`); then
 * come renames, then deletions. A failure or kill before that leaves the folder as it was; one within leaves every
 * file whole, and the next run ends in the same bytes. Only one may be under way: see `withLock`.
 */
export class Publication {
  constructor(private readonly props: PublicationProps) {
    // A run that was killed may have left its own.
    this.discard();
  }

  /**
   * Renames, then deletes. Returns what was done, the clusters that are no more last.
   * @param removeOthers removes the folders of clusters that were not staged: false where only some were built
   */
  commit(staged: readonly Staged[], removeOthers: boolean): Plan[] {
    const plans = staged.map(({ plan }) => plan);
    if (removeOthers) plans.push(...this.planRemovedClusters(plans));
    for (const { renames } of staged) for (const [from, to] of renames) move(from, to, this.props.folder);
    for (const plan of plans) remove(plan, this.props.folder);
    return plans;
  }

  /** Leaves nothing beside the folder. */
  discard(): void {
    rmSync(stagingFolder(this.props), { recursive: true, force: true });
  }

  /** Folders of clusters that are no more. */
  private planRemovedClusters(plans: readonly Plan[]): Plan[] {
    const { folder } = this.props;
    if (!existsSync(folder)) return [];
    const staged = new Set(plans.map((plan) => plan.cluster));
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !staged.has(entry.name))
      .map((entry) =>
        entry.isDirectory()
          ? planCluster(entry.name, new Map(), join(folder, entry.name))
          : { ...STRAY, removed: [entry.name] },
      );
  }
}

/** A file beside the clusters' folders: no cluster's, and not the last of any folder. */
const STRAY: Plan = {
  cluster: '',
  created: [],
  updated: [],
  removed: [],
  unchanged: 1,
  replaced: new Map(),
  emptied: [],
  folders: NO_FOLDERS,
};
