import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { dump } from 'js-yaml';
import { crds } from '../../constructs/argocd/crds';
import { kubernetes } from '../import/kubernetes-source';
import { readCrds } from '../import/read';
import { median } from './fleet';
import { vanillaMain } from './vanilla-main';

/** Medians of `npx cdk8s synth`, in seconds. */
export interface CliMeasure {
  readonly engine: number;
  readonly vanilla: number;
  readonly objects: number;
}

/** Without it, the program would build all clusters, and the vanilla project one. */
const ONLY_ODEN = 'node cli/run.mjs main.ts --cluster oden';

const ENVIRONMENT = { ...process.env, CDK8S_CHECK_UPGRADE: 'false' };

/** Times `npx cdk8s synth` of oden here, and of the same objects in a project as `cdk8s init typescript-app` makes it. */
export async function benchCli(rounds: number, from: string | undefined): Promise<CliMeasure> {
  const project = mkdtempSync(join(tmpdir(), 'fleet-vanilla-'));
  try {
    const objects = await makeVanillaProject(project, from);
    const times: { engine: number[]; vanilla: number[] } = { engine: [], vanilla: [] };
    for (let round = 0; round < rounds; round++) {
      times.engine.push(synthIn('.', ['--app', ONLY_ODEN]));
      times.vanilla.push(synthIn(project));
      process.stderr.write(
        `round ${round + 1}  npx cdk8s synth  ${times.engine.at(-1)?.toFixed(2)} s, vanilla ${times.vanilla.at(-1)?.toFixed(2)} s\n`,
      );
    }
    return { engine: median(times.engine), vanilla: median(times.vanilla), objects };
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

function synthIn(cwd: string, options: readonly string[] = []): number {
  const start = performance.now();
  const { status, stderr } = spawnSync('npx', ['cdk8s', 'synth', ...options], {
    cwd,
    env: ENVIRONMENT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`npx cdk8s synth in ${cwd}: ${stderr}`);
  return (performance.now() - start) / 1000;
}

/**
 * The CLI's own template with its placeholders filled in, the imports that its hook makes, those of Argo CD's CRDs,
 * and oden's objects as charts.
 */
async function makeVanillaProject(folder: string, from: string | undefined): Promise<number> {
  const cli = dirname(require.resolve('cdk8s-cli/package.json'));
  cpSync(join(cli, 'templates/typescript-app'), folder, { recursive: true });
  const manifest = readFileSync(join(folder, 'package.json'), 'utf8')
    .replace('{{ $base }}', 'vanilla')
    .replace('{{ cdk8s_core_version }}', versionOf('cdk8s'))
    .replace('{{ cdk8s_plus_version }}', versionOf('cdk8s-plus-33'))
    .replace('{{ constructs_version }}', versionOf('constructs'))
    .replace('{{ cdk8s_cli_spec }}', versionOf('cdk8s-cli'));
  writeFileSync(join(folder, 'package.json'), manifest);
  execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  importInto(folder, 'k8s', from);
  const definitions = await readCrds(crds, from);
  writeFileSync(join(folder, 'crds.yaml'), definitions.map((crd) => `---\n${dump(crd)}`).join(''));
  importInto(folder, 'crds.yaml', from);
  const { text, objects } = vanillaMain('dist/oden');
  writeFileSync(join(folder, 'main.ts'), text);
  return objects;
}

function versionOf(name: string): string {
  return (JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;
}

function importInto(folder: string, spec: string, from: string | undefined): void {
  const local = {
    NODE_OPTIONS: `--require ${resolve('cli/bench/local-https.cjs')}`,
    KUBERNETES_SCHEMA: resolve(from ?? '', kubernetes.file),
  };
  execFileSync('npx', ['cdk8s', 'import', spec, '--language', 'typescript', '--no-save'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...ENVIRONMENT, ...(from ? local : {}) },
  });
}
