import type { CliMeasure } from './cli';
import type { Comparison } from './compare';
import type { Contender, Measure } from './fleet';
import type { Parts } from './parts';
import { FULL_SIZE, type Size } from './tree';

export interface PageProps {
  readonly inMemory: Readonly<Record<Contender, Measure>>;
  readonly onDisk: Readonly<Record<Contender, Measure>>;
  /** Where the time goes, at several sizes. */
  readonly parts: readonly { readonly size: Size; readonly parts: Parts }[];
  readonly cli: CliMeasure | undefined;
  readonly differences: Comparison;
  readonly rounds: number;
  readonly machine: string;
}

/** docs/performance.md: what was measured, how, and what it says. */
export function performancePage({ inMemory, onDisk, parts, cli, differences, rounds, machine }: PageProps): string {
  const { clusters, applications, objects } = FULL_SIZE;
  const ratio = (slow: number, fast: number) => `${(slow / fast).toFixed(1)} ×`;
  const row = (name: string, m: Measure, set: Readonly<Record<Contender, Measure>>) =>
    `| ${name} | ${m.seconds.toFixed(2)} s | ${ratio(set.vanilla.seconds, m.seconds)} | ${ratio(set['vanilla-folders'].seconds, m.seconds)} | ${m.peakMiB.toFixed(0)} MiB |`;
  const table = (set: Readonly<Record<Contender, Measure>>) => [
    '| | time | vanilla takes | vanilla, an object a file, takes | peak memory |',
    '|---|---|---|---|---|',
    row('this engine, everything new', set.engine, set),
    row('this engine, nothing changed', set['engine again'], set),
    row('vanilla cdk8s, a file a chart (its default)', set.vanilla, set),
    row('vanilla cdk8s, an object a file', set['vanilla-folders'], set),
  ];
  return `${[
    '# Performance',
    '',
    'Written by `npm run bench`; do not edit. Every figure is the median of runs in turn, on one machine, in one run:',
    `${rounds} rounds, ${machine}. What counts is the ratios.`,
    '',
    `## ${(clusters * applications * objects).toLocaleString('en-US')} objects`,
    '',
    `${clusters} clusters of ${applications} applications of ${objects} objects (workloads with what they need, routes), the same`,
    'construct trees for both sides, generated from a seed. This engine also derives the Applications and AppProjects,',
    'runs every rule and publishes atomically; vanilla cdk8s builds an App a cluster and writes. Where nothing changed, the',
    'rules’ verdicts of the run before hold: a cluster with the same objects and facts, of the same program, is not checked again.',
    '',
    'Written to memory (tmpfs):',
    '',
    ...table(inMemory),
    '',
    'Written to disk:',
    '',
    ...table(onDisk),
    '',
    `Compared object by object: ${differences.objects.toLocaleString('en-US')} objects, equal but for ${differences.namespacesTakenOff.toLocaleString('en-US')} cluster-scoped ones that vanilla`,
    `gives a namespace (cdk8s-team/cdk8s#1558), and ${differences.protected.toLocaleString('en-US')} that this engine protects from pruning.`,
    '',
    '## Where it goes',
    '',
    'One thread, nothing written. “Construct” makes the constructs and plain objects of them; “rules” is every rule of checks/.',
    'The fleet has no policies, so none is evaluated.',
    '',
    '| objects a cluster | construct | derive | rules | serialise | rules against construct and serialise | rules, an object |',
    '|---|---|---|---|---|---|---|',
    ...parts.map(({ size, parts: p }) => {
      const all = size.clusters * size.applications * size.objects;
      const cells = [p.construct, p.derive, p.check, p.serialise].map((s) => `${s.toFixed(2)} s`);
      const share = `${((100 * p.check) / (p.construct + p.serialise)).toFixed(0)} %`;
      const each = `${((1e6 * p.check) / all).toFixed(0)} µs`;
      return `| ${(all / size.clusters).toLocaleString('en-US')} | ${[...cells, share, each].join(' | ')} |`;
    }),
    '',
    ...(cli
      ? [
          '## `npx cdk8s synth` of oden',
          '',
          `${cli.objects} objects; the vanilla side is a project as \`cdk8s init typescript-app\` makes it (ts-node), with the same objects.`,
          '',
          '| | time | ratio |',
          '|---|---|---|',
          `| here | ${cli.engine.toFixed(2)} s | |`,
          `| vanilla | ${cli.vanilla.toFixed(2)} s | ${ratio(cli.vanilla, cli.engine)} |`,
        ]
      : []),
  ].join('\n')}\n`;
}
