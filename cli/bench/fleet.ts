import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Parts } from './parts';
import type { Size } from './tree';

/** Medians of one side. */
export interface Measure {
  readonly seconds: number;
  readonly peakMiB: number;
}

/** What is run, in the order of a round. */
export const CONTENDERS = ['engine', 'engine again', 'vanilla', 'vanilla-folders'] as const;
export type Contender = (typeof CONTENDERS)[number];

/**
 * Builds and writes the benchmark's fleet with each contender in turn, each time in a process of its own. "Again" is
 * a run over its own output with nothing changed; the others begin with an empty folder.
 */
export function benchFleet(folder: string, rounds: number): Readonly<Record<Contender, Measure>> {
  const runs: Record<Contender, Measure[]> = { engine: [], 'engine again': [], vanilla: [], 'vanilla-folders': [] };
  for (let round = 0; round < rounds; round++) {
    for (const contender of CONTENDERS) {
      const [side = ''] = contender.split(' ');
      const target = join(folder, side);
      if (side === contender) rmSync(target, { recursive: true, force: true });
      runs[contender].push(child<Measure>(side, target));
      process.stderr.write(`round ${round + 1}  ${contender}  ${runs[contender].at(-1)?.seconds.toFixed(2)} s\n`);
    }
  }
  const medians = CONTENDERS.map((contender) => [
    contender,
    {
      seconds: median(runs[contender].map((r) => r.seconds)),
      peakMiB: median(runs[contender].map((r) => r.peakMiB)),
    },
  ]);
  return Object.fromEntries(medians) as Record<Contender, Measure>;
}

/** Where this engine's time goes: the median of each part, for a fleet of a size. */
export function benchParts(size: Size, rounds: number): Parts {
  const runs = Array.from({ length: rounds }, () =>
    child<Parts>('parts', '', `${size.clusters}x${size.applications}x${size.objects}`),
  );
  const of = (part: keyof Parts) => median(runs.map((run) => run[part]));
  return { construct: of('construct'), derive: of('derive'), check: of('check'), serialise: of('serialise') };
}

/** What a process of its own prints. */
function child<T>(...args: readonly string[]): T {
  const command = ['cli/run.mjs', 'cli/bench/child.ts', ...args];
  return JSON.parse(execFileSync(process.execPath, command, { encoding: 'utf8' })) as T;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
