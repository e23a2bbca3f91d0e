import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../checks/registry';
import { readTree } from '../../fleet/publish/tree';
import { expectDocument } from '../helpers/rule-page';

const [FROM, TO] = ['<!-- rules -->', '<!-- /rules -->'];

test('docs/checks/README.md lists every rule', () => {
  const path = 'docs/checks/README.md';
  const text = readFileSync(path, 'utf8');
  const sorted = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  const rows = sorted.map(
    ({ id, holds, severity }) => `| [${id}](${id}.md) | ${holds}${severity === 'warning' ? ' (warning)' : ''} |`,
  );
  const table = [FROM, `${rules.length} rules:`, '', '| rule | holds |', '|---|---|', ...rows, ''].join('\n');
  expectDocument(path, `${text.slice(0, text.indexOf(FROM))}${table}${text.slice(text.indexOf(TO))}`);
});

test('docs/checks/README.md names what constructs and the engine say', () => {
  const text = readFileSync('docs/checks/README.md', 'utf8');
  const known = new Set(rules.map(({ id }) => id));
  const sources = ['fleet', 'constructs'].flatMap((folder) =>
    readTree(folder).files.map((path) => readFileSync(join(folder, path), 'utf8')),
  );
  const said = sources.flatMap((source) => [...source.matchAll(/rule: '([^']+)'/g)].map(([, id = '']) => id));
  expect(said.filter((id) => !known.has(id) && !text.includes(`\`${id}\``))).toEqual([]);
});

test('every page is a rule’s', () => {
  const folders = readdirSync('docs/checks').filter((name) => statSync(`docs/checks/${name}`).isDirectory());
  const pages = folders.flatMap((folder) =>
    readdirSync(`docs/checks/${folder}`).map((file) => `${folder}/${file.replace(/\.md$/, '')}`),
  );
  expect(pages.sort()).toEqual(rules.map(({ id }) => id).sort());
});
