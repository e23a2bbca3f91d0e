import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { readTree } from '../../fleet/publish/tree';

const SOURCES = ['main.ts', 'package.json', 'cdk8s.yaml', 'cli', 'facts', 'fleet', 'checks', 'constructs', 'imports'];

/** A copy of the project in a folder of its own, with clusters of the test: what a user's checkout is. */
export class TestProject {
  constructor(readonly folder: string = mkdtempSync(join(tmpdir(), 'fleet-project-'))) {
    for (const source of SOURCES) cpSync(source, join(folder, source), { recursive: true });
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    this.write('clusters/fleet.ts', FLEET);
  }

  write(path: string, text: string): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Takes a file or folder of the project away. */
  delete(path: string): void {
    rmSync(join(this.folder, path), { recursive: true });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Runs the program to its end. */
  synth(args: readonly string[] = [], env: Record<string, string> = {}) {
    return this.run(process.execPath, ['cli/run.mjs', 'main.ts', ...args], env);
  }

  /** Runs one of the commands to its end. */
  command(entry: string, args: readonly string[]) {
    return this.run(process.execPath, ['cli/run.mjs', entry, ...args], {});
  }

  /** Runs the cdk8s CLI to its end. */
  cdk8s(args: readonly string[], env: Record<string, string> = {}) {
    return this.run('node_modules/.bin/cdk8s', args, env);
  }

  /** Starts the program, for the test to kill. */
  start(env: Record<string, string> = {}): ChildProcess {
    return spawn(process.execPath, ['cli/run.mjs', 'main.ts'], {
      cwd: this.folder,
      env: environment(env),
      stdio: 'ignore',
    });
  }

  /** Every file of a folder with its text. */
  files(folder = 'dist'): Record<string, string> {
    const root = join(this.folder, folder);
    return Object.fromEntries(
      readTree(root)
        .files.sort()
        .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
    );
  }

  private run(command: string, args: readonly string[], env: Record<string, string>) {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: this.folder,
      env: environment(env),
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }
}

function environment(env: Record<string, string>): NodeJS.ProcessEnv {
  const { CDK8S_OUTDIR: _, ...own } = process.env;
  return { ...own, CDK8S_CHECK_UPGRADE: 'false', ...env };
}

const FLEET = `import { Fleet } from '../fleet/fleet';
export const fleet = new Fleet({ repository: 'https://github.com/example/fleet' });
`;

/** The source of a cluster with ConfigMaps; what is in them follows from the environment variable STATE. */
export function clusterSource(name: string, options: { objects?: number; body?: string; facts?: string } = {}): string {
  return `import { ApiObject } from 'cdk8s';
import { AppProject } from '../constructs/argocd/app-project';
import { ArgoCd } from '../constructs/argocd/argocd';
import { ConfigMap } from '../constructs/kubernetes/config-map';
import { Namespace } from '../constructs/kubernetes/namespace';
import { Application } from '../fleet/application';
import { Cluster } from '../fleet/cluster';
import type { Fleet } from '../fleet/fleet';

export default class Test extends Cluster {
  constructor(fleet: Fleet) {
    super(fleet, '${name}', { tier: 'home', kubernetes: '1.34', platform: { name: 'none' }, ${options.facts ?? ''} });
    new ArgoCd(this);
    const project = new AppProject(this, 'apps', { description: 'Apps' });
    const state = process.env['STATE'] ?? 'a';
    for (let a = 0; a < ${Math.ceil((options.objects ?? 3) / 100)}; a++) {
      const app = new Application(this, \`app-\${state}-\${a}\`, { project, namespace: \`app-\${a}\` });
      new Namespace(app, \`app-\${a}\`);
      for (let i = 0; i < ${Math.min(options.objects ?? 3, 100)}; i++) {
        new ConfigMap(app, \`map-\${i}\`, { data: { state, text: state.repeat(400) } });
      }
    }
    const shared = new Application(this, 'shared', { project, namespace: 'shared' });
    new Namespace(shared, 'shared');
    for (let i = 0; i < ${options.objects ?? 3}; i++) new ConfigMap(shared, \`map-\${i}\`, { data: { state } });
    ${options.body ?? ''}
  }
}
`;
}
