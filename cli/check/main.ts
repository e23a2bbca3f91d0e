import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkFleet } from '../../fleet/check-fleet';
import { didYouMean } from '../../fleet/did-you-mean';
import { clusterNames, selectClusters } from '../../fleet/discover';
import { FleetError } from '../../fleet/finding';
import { synthesize } from '../../fleet/synthesize';
import { optionProblem } from '../options';
import type { SynthProps } from '../synth/main';
import { formatFindings } from '../synth/report';
import { readExternals } from './externals';
import { checkPath } from './foreign';
import { type Checked, FORMATS } from './format';

const USAGE = `Usage: npm run check [-- [--format text|json|github] [--external ...] [PATH...]]

Runs every rule and writes nothing: over the clusters of clusters/, or over files and folders of YAML, each PATH as a
cluster of its own. The exit status is 1 where there are errors.

  --format text     for people (default)
  --format json     one array, an entry a PATH
  --format github   annotations of GitHub Actions
  --external KIND/NAME=REASON
                    an object that is there without being in a PATH: 'Secret/shop/db=the operator makes it'
`;

/** `npm run check`. */
export async function checkCommand(props: SynthProps, argv: readonly string[]): Promise<number> {
  const say = (text: string) => process.stderr.write(text);
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        external: { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const format = FORMATS[values.format];
    if (values.help || !format) {
      if (!format)
        say(`error  There is no format "${values.format}".${didYouMean(values.format, Object.keys(FORMATS))}\n\n`);
      say(USAGE);
      return values.help ? 0 : 2;
    }
    const missing = positionals.filter((path) => !existsSync(path));
    if (missing.length > 0) {
      say(missing.map((path) => `error  ${path} does not exist.\n`).join(''));
      return 2;
    }
    const externals = readExternals(values.external, positionals.length > 0);
    const checked =
      positionals.length > 0
        ? positionals.map((path): Checked => ({ path, findings: checkPath(path, externals) }))
        : await checkClusters(props);
    process.stdout.write(format(checked));
    const all = checked.flatMap(({ findings }) => findings);
    const errors = all.filter(({ severity }) => severity === 'error').length;
    if (values.format === 'text')
      say(
        `${count(checked.length, positionals.length > 0 ? 'path' : 'cluster')}: ${count(errors, 'error')}, ${count(all.length - errors, 'warning')}.\n`,
      );
    return errors > 0 ? 1 : 0;
  } catch (error) {
    const option = optionProblem(error, ['--format', '--external', '--help']);
    const text = option ? `${option}\n\n${USAGE}` : (error as Error).message;
    say(error instanceof FleetError ? `${formatFindings(error.findings)}\n` : `error  ${text}\n`);
    return 2;
  }
}

async function checkClusters(props: SynthProps): Promise<Checked[]> {
  const all = clusterNames('clusters');
  const built = await synthesize({ ...props, clusters: selectClusters(all, []) });
  const ofFleet = checkFleet(built, all);
  return built.map(({ name, findings }) => ({
    path: name,
    findings: [...findings, ...ofFleet.filter(({ cluster }) => cluster === name)],
  }));
}

const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;
