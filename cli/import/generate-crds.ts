import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { dump } from 'js-yaml';
import type { CrdSource } from './crd-source';
import { filterCrd } from './filter';
import { header } from './header';
import type { Crd } from './read';

/**
 * Runs `cdk8s import` over the filtered CRDs of a source.
 * @returns the generated files by name, one an API group.
 */
export function generateCrds(source: CrdSource, crds: readonly Crd[]): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'fleet-import-'));
  try {
    const input = join(folder, 'crds.yaml');
    const filtered = crds.map((crd) =>
      filterCrd(crd, source.cut?.[crd.metadata.name], source.versions?.[crd.metadata.name]),
    );
    writeFileSync(input, filtered.map((crd) => `---\n${dump(crd, { noRefs: true })}`).join(''));
    const cli = join(dirname(require.resolve('cdk8s-cli/package.json')), 'bin', 'cdk8s');
    execFileSync(
      process.execPath,
      [cli, 'import', input, '--language', 'typescript', '--output', folder, '--no-save'],
      {
        cwd: folder,
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false' },
      },
    );
    const names = readdirSync(folder).filter((name) => name.endsWith('.ts'));
    return new Map(names.map((name) => [name, compact(readFileSync(join(folder, name), 'utf8'), source)]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Puts our header on, and drops the comments: without the prose they only repeat the names. */
function compact(text: string, source: CrdSource): string {
  const code = text
    .replace(/\/\*\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/\s*\/\* eslint[^\n]*$/gm, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{2,}/g, '\n')
    .trimStart();
  return `${header(`${source.repository} ${source.tag}`)}${code}`;
}
