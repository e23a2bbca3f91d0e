import { readdirSync, readFileSync, statSync } from 'node:fs';
import { rules } from '../../checks/registry';
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

test('every page is a rule’s', () => {
  const folders = readdirSync('docs/checks').filter((name) => statSync(`docs/checks/${name}`).isDirectory());
  const pages = folders.flatMap((folder) =>
    readdirSync(`docs/checks/${folder}`).map((file) => `${folder}/${file.replace(/\.md$/, '')}`),
  );
  expect(pages.sort()).toEqual(rules.map(({ id }) => id).sort());
});
