import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

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
      const output = execFileSync(process.execPath, ['cli/run.mjs', 'cli/bench/child.ts', side, target], {
        encoding: 'utf8',
      });
      runs[contender].push(JSON.parse(output) as Measure);
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

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
