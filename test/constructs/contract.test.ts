import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { parse } from 'yaml';
import { rules } from '../../checks/registry';
import { groupKind, identityOf, type KubeObject } from '../../fleet/object';
import { Scopes } from '../../fleet/scopes';
import { buildApp, filesOf } from '../helpers/cluster';
import { EXTERNALS, examples } from '../helpers/examples';

const buildExample = (name: string) => buildApp((app) => examples[name]?.(app), { externals: EXTERNALS });
const scopes = new Scopes([], []);

/** What every construct keeps to. */
describe.each(Object.keys(examples))('%s', (name) => {
  const built = buildExample(name);
  const objects = [...built.files].filter(([p]) => p.startsWith('apps/')).map(([, text]) => load(text) as KubeObject);

  test('breaks no rule', () => expect(built.findings).toEqual([]));

  test('gives the same bytes every time', () => expect(filesOf(buildExample(name))).toBe(filesOf(built)));

  test('reads back the same with YAML 1.1 and 1.2', () => {
    for (const [path, text] of built.files) {
      if (!path.startsWith('apps/')) continue;
      expect(parse(text, { version: '1.1' })).toEqual(load(text));
      expect(parse(text, { version: '1.2' })).toEqual(load(text));
    }
  });

  test('has no object twice', () => {
    const identities = objects.map(identityOf);
    expect(new Set(identities).size).toBe(identities.length);
  });

  test('puts every object where it belongs', () => {
    for (const object of objects) {
      const namespaced = scopes.isNamespaced(groupKind(object.apiVersion, object.kind));
      expect([object.kind, object.metadata.namespace !== undefined]).toEqual([object.kind, namespaced]);
    }
  });

  test('says nothing empty that the API server would drop', () => {
    for (const object of objects) expect(emptyParts(object)).toEqual([]);
  });

  test('takes its names from what the user wrote, not from where the code stands', () => {
    for (const object of objects)
      expect(JSON.stringify(object)).not.toMatch(/-c8[0-9a-f]{6}|cdk8s\.io\/metadata\.addr/);
  });
});

/** Paths of empty maps and lists. An empty selector and an emptyDir mean something. */
function emptyParts(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return value === null ? [path] : [];
  const entries = Object.entries(value);
  if (entries.length === 0) return /(podSelector|emptyDir)$/.test(path) ? [] : [path];
  return entries.flatMap(([key, item]) => emptyParts(item, `${path}.${key}`));
}

describe('the house', () => {
  test('every construct has a test of its name', () => {
    for (const system of readdirSync('constructs')) {
      for (const file of readdirSync(`constructs/${system}`).filter((f) => f.endsWith('.ts'))) {
        if (!/export (abstract )?class \w+.* extends/.test(readFileSync(`constructs/${system}/${file}`, 'utf8')))
          continue;
        const path = `test/constructs/${system}/${file.replace(/\.ts$/, '.test.ts')}`;
        expect([path, existsSync(path)]).toEqual([path, true]);
      }
    }
  });

  test('every rule has a test of its name, and a line in the registry', () => {
    const registry = readFileSync('checks/registry.ts', 'utf8');
    for (const system of ['argocd', 'kubernetes', 'secrets', 'syntax']) {
      for (const file of readdirSync(`checks/${system}`)) {
        const path = `test/checks/${system}/${file.replace(/\.ts$/, '.test.ts')}`;
        expect([path, existsSync(path)]).toEqual([path, true]);
        const text = readFileSync(`checks/${system}/${file}`, 'utf8');
        if (text.includes(': Rule = {')) {
          expect(registry).toContain(`'./${system}/${file.replace(/\.ts$/, '')}'`);
          expect(text).toContain(`id: '${system}/${file.replace(/\.ts$/, '')}'`);
        }
      }
    }
  });

  test('docs/checks.md has a line for every rule', () => {
    const page = readFileSync('docs/checks.md', 'utf8');
    const lines = [...page.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1]);
    expect(lines.sort()).toEqual(rules.map((rule) => rule.id).sort());
  });

  test('every system has a page', () => {
    for (const system of readdirSync('constructs'))
      expect([system, existsSync(`docs/${system}.md`)]).toEqual([system, true]);
  });
});
