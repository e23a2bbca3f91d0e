import type { Files } from '../layout';
import { withLock } from './lock';
import type { Plan } from './plan';
import { Publication } from './publication';
import type { PublicationProps } from './stage';
import type { Stager } from './stager';

/** What a run does with its clusters' files while it is under way. */
export interface Publisher {
  /** Makes a cluster's files ready beside the folder; nothing in the folder is touched yet. */
  readonly add: (cluster: string, files: Files) => void;
  /** Brings everything that was added in. What is not committed leaves no trace. */
  readonly commit: (options: { readonly removeOthers: boolean }) => Promise<readonly Plan[]>;
}

/** Runs while no other run publishes to the same folder. */
export function publishing<T>(
  to: PublicationProps,
  stagerFor: (to: PublicationProps) => Stager,
  run: (publisher: Publisher) => Promise<T>,
): Promise<T> {
  return withLock(to.scratch, async () => {
    const publication = new Publication(to);
    const stager = stagerFor(to);
    try {
      return await run({
        add: stager.add,
        commit: async ({ removeOthers }) => publication.commit(await stager.finish(), removeOthers),
      });
    } finally {
      await stager.stop();
      publication.discard();
    }
  });
}
