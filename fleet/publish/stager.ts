import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Files } from '../layout';
import { type PublicationProps, type Staged, stage } from './stage';
import type { Answer, Told } from './staging-thread';

/** Stages clusters as they come. */
export interface Stager {
  add(cluster: string, files: Files): void;
  /** Everything that was added, in that order. */
  finish(): Promise<readonly Staged[]>;
  /** Ends what is under way; nothing is written after it. */
  stop(): Promise<unknown>;
}

/** Stages each cluster before the next is built. */
export function stageHere(to: PublicationProps): Stager {
  const staged: Staged[] = [];
  return {
    add: (cluster, files) => staged.push(stage(cluster, files, to)),
    finish: async () => staged,
    stop: async () => undefined,
  };
}

/**
 * Stages in a thread of its own: one cluster's files are compared and written while the next is being built.
 * @param code the bundle of staging-thread.ts
 */
export const stageInThread =
  (code: string) =>
  (to: PublicationProps): Stager => {
    const worker = new Worker(code, { eval: true, workerData: to });
    const tell = (told: Told) => worker.postMessage(told);
    // A thread that dies is told when its answer is asked for, whenever it died.
    const died = new Promise<never>((_, reject) => {
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`The staging thread ended with ${code}.`)));
    });
    died.catch(() => undefined);
    return {
      add: (cluster, files) => tell({ cluster, files }),
      finish: async () => {
        tell('finish');
        const [answer] = (await Promise.race([once(worker, 'message'), died])) as [Answer];
        if ('message' in answer) throw Object.assign(new Error(answer.message), answer.code && { code: answer.code });
        return answer;
      },
      stop: () => worker.terminate(),
    };
  };
