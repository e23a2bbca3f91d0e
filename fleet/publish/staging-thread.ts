import { parentPort, workerData } from 'node:worker_threads';
import type { Files } from '../layout';
import { type PublicationProps, type Staged, stage } from './stage';

/** What the thread is told: a cluster at a time, then that there are no more. */
export type Told = { readonly cluster: string; readonly files: Files } | 'finish';

/** What it answers in the end. Only data crosses threads, so a failure comes as its parts. */
export type Answer = readonly Staged[] | { readonly message: string; readonly code: string | undefined };

const staged: Staged[] = [];
/** The first failure; what is told after it is passed over. */
let failure: Answer | undefined;

// The whole of a thread: it reads, compares and writes files while the next cluster is being built.
parentPort?.on('message', (told: Told) => {
  if (told === 'finish') {
    parentPort?.postMessage(failure ?? staged);
    return;
  }
  try {
    if (failure === undefined) staged.push(stage(told.cluster, told.files, workerData as PublicationProps));
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    failure = { message, code };
  }
});
