import { parseArgs } from 'node:util';

export interface SynthArguments {
  /** The clusters to synthesise; none means all. */
  readonly clusters: readonly string[];
  readonly help: boolean;
}

export const USAGE = `Usage: npm run synth [-- --cluster NAME...]

Writes dist/<cluster>/ for every cluster in clusters/, or for the named ones, and leaves the others' folders alone.

  --cluster NAME...   only these clusters
  --help              this text
`;

/** @throws Error with one line for the person who typed it */
export function readArguments(argv: readonly string[]): SynthArguments {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { cluster: { type: 'string', multiple: true }, help: { type: 'boolean', short: 'h' } },
  });
  if (positionals.length > 0 && !values.cluster) {
    throw new Error(`Unexpected argument "${positionals[0]}". To synthesise one cluster: --cluster ${positionals[0]}`);
  }
  return { clusters: [...(values.cluster ?? []), ...positionals], help: values.help ?? false };
}
