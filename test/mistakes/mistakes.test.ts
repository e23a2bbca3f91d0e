import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestProject } from '../helpers/project';
import { MISTAKES } from './mistakes';

/** The project with its own clusters, and a shop on oden. */
let project: TestProject;
const right = new Map<string, string>();

beforeAll(() => {
  project = new TestProject();
  for (const folder of ['clusters', 'apps']) cpSync(folder, join(project.folder, folder), { recursive: true });
  const shop = readFileSync('test/mistakes/shop.ts', 'utf8').replace("'../../apps/edge/edge'", "'../edge/edge'");
  const oden = readFileSync('clusters/oden.ts', 'utf8')
    .replace('import { AppProject }', "import { Shop } from '../apps/shop/shop';\nimport { AppProject }")
    .replace('    const backups =', '    const shop = new Shop(this, { edge });\n\n    const backups =')
    .replace('namespaces: [minecraft.namespace]', 'namespaces: [minecraft.namespace, shop.namespace]');
  right.set('apps/shop/shop.ts', shop);
  right.set('clusters/oden.ts', oden);
  right.set('clusters/asgard.ts', readFileSync('clusters/asgard.ts', 'utf8'));
  for (const [path, text] of right) project.write(path, text);
});

afterAll(() => project.remove());

const synth = (file: string) => project.synth(['--cluster', file === 'clusters/asgard.ts' ? 'asgard' : 'oden']);

test.each(['clusters/oden.ts', 'clusters/asgard.ts'])('nothing is said of what is right: %s', (file) => {
  const { status, stderr } = synth(file);
  expect([status, stderr]).toEqual([0, expect.not.stringMatching(/^(?:error|warning)/m)]);
});

test('they are different mistakes, and more than forty', () => {
  expect(MISTAKES.length).toBeGreaterThan(40);
  expect(new Set(MISTAKES.map(({ rule }) => rule)).size).toBe(MISTAKES.length);
});

test.each(MISTAKES)('$what', ({ file, from, to, rule, says }) => {
  const text = right.get(file) ?? '';
  expect(text).toContain(from);
  project.write(
    file,
    text.replace(from, () => to),
  );
  const { status, stderr } = synth(file);
  project.write(file, text);
  const findings = stderr.match(/^(?:error|warning) {2}.*$/gm) ?? [];
  expect(findings).toEqual([expect.stringContaining(says)]);
  expect(findings[0]).toContain(`[${rule}]`);
  expect(stderr).toMatch(/^ {2}where {3}(?:clusters|apps)\/.*:\d+:\d+/m);
  expect(stderr).toMatch(/^ {2}effect /m);
  expect(stderr).toMatch(/^ {2}fix /m);
  expect(status).toBe(findings[0]?.startsWith('error') ? 1 : 0);
});
