import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchCli } from './bench/cli';
import { compareOutputs } from './bench/compare';
import { benchFleet, benchParts } from './bench/fleet';
import { performancePage } from './bench/page';
import { memoryFolder } from './bench/places';
import { FULL_SIZE } from './bench/tree';

const USAGE = `Usage: npm run bench [-- --rounds N] [--no-cli]

Times this engine against vanilla cdk8s on the same construct trees, in one run. With five rounds or more, and with the
CLI, it writes docs/performance.md.

  --rounds N   how often each is run, in turn; the median is shown (default 5)
  --from DIR   a folder of CRDs, as \`npm run import\` takes it, where there is no network for the vanilla project's imports
  --no-cli     leaves out \`npx cdk8s synth\`, whose vanilla project is installed from the npm registry
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '5' },
      cli: { type: 'boolean', default: true },
      from: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
    allowNegative: true,
  });
  if (values.help) {
    console.error(USAGE);
    return;
  }
  const rounds = Number(values.rounds);
  const memory = mkdtempSync(join(memoryFolder(), 'fleet-bench-'));
  const disk = mkdtempSync(join(tmpdir(), 'fleet-bench-'));
  try {
    const inMemory = benchFleet(memory, rounds);
    const differences = compareOutputs(memory);
    const onDisk = benchFleet(disk, Math.min(rounds, 3));
    const parts = [0.5, 1, 2]
      .map((factor) => ({ ...FULL_SIZE, objects: FULL_SIZE.objects * factor }))
      .map((size) => ({ size, parts: benchParts(size, rounds) }));
    const cli = values.cli ? await benchCli(rounds, values.from) : undefined;
    const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
    const page = performancePage({ inMemory, onDisk, parts, cli, differences, rounds, machine });
    mkdirSync('docs', { recursive: true });
    if (values.cli && rounds >= 5) writeFileSync('docs/performance.md', page);
    process.stdout.write(page);
  } finally {
    rmSync(memory, { recursive: true, force: true });
    rmSync(disk, { recursive: true, force: true });
  }
}

main().catch((error: Error) => {
  console.error(`error  ${error.message}`);
  process.exitCode = 1;
});
