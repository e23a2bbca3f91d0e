import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { BuiltCluster } from '../../fleet/build';

/** The folder that cdk8s.yaml names: the CLI deletes it before every run, so nothing is kept there. */
export const CLI_FOLDER = '.cdk8s.out';

/** Where the manifests go: to `dist/`, or to the folder that the CLI's `-o DIR` or `--stdout` asks for. */
export function outputFolder(environment: NodeJS.ProcessEnv): { folder: string; published: boolean } {
  const asked = environment['CDK8S_OUTDIR'];
  if (asked === undefined || resolve(asked) === resolve(CLI_FOLDER)) return { folder: 'dist', published: true };
  return { folder: asked, published: false };
}

/** Writes the whole tree into a folder of the caller's. */
export function writeTree(built: readonly BuiltCluster[], folder: string): void {
  for (const { name, files } of built) {
    for (const [path, text] of files) {
      const file = join(folder, name, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
}

/** Links to the published files, for the CLI to list: it says "No manifests synthesized" of an empty folder. */
export function linkForCli(built: readonly BuiltCluster[], environment: NodeJS.ProcessEnv): void {
  if (environment['CDK8S_OUTDIR'] === undefined) return;
  for (const { name, files } of built) {
    for (const path of files.keys()) {
      if (!path.endsWith('.yaml')) continue;
      link(resolve('dist', name, path), join(CLI_FOLDER, name, path));
    }
  }
}

/** Another run of the CLI may make or delete the same links: what is published is in dist/ either way. */
function link(target: string, path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(target, path);
  } catch (error) {
    if (!['EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
