import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clusterSource, TestProject } from '../helpers/project';

let project: TestProject;
beforeAll(() => {
  project = new TestProject();
  project.write('clusters/one.ts', clusterSource('one'));
});
afterAll(() => project.remove());

const run = (...args: string[]) => project.command('cli/new-check.ts', args);
const read = (path: string) => readFileSync(join(project.folder, path), 'utf8');

test('a rule, its test and its page; the rule runs', () => {
  expect(run('kubernetes/quantity-two')).toMatchObject({ status: 0 });
  expect(read('checks/kubernetes/quantity-two.ts')).toContain("id: 'kubernetes/quantity-two'");
  expect(read('test/checks/kubernetes/quantity-two.test.ts')).toContain("testRule('kubernetes/quantity-two'");
  expect(read('docs/checks/kubernetes/quantity-two.md')).toMatch(/^# kubernetes\/quantity-two\n/);
  project.write('map.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { TODO: b }\n');
  const { stdout } = project.command('cli/check.ts', ['--format', 'json', 'map.yaml']);
  expect(JSON.parse(stdout)[0].findings).toEqual([expect.objectContaining({ rule: 'kubernetes/quantity-two' })]);
});

test('a name that another system has is registered under both', () => {
  expect(run('velero/quantity')).toMatchObject({ status: 0 });
  expect(read('checks/registry.ts')).toContain("import { quantity as veleroQuantity } from './velero/quantity';");
});

test.each([
  ['kubernets/x', 'There is no system "kubernets" in checks/. Did you mean "kubernetes"?'],
  ['kubernetes/Big', '"kubernetes/Big" is no rule\'s id'],
  ['kubernetes/quantity', 'checks/kubernetes/quantity.ts is there already.'],
])('%s', (id, message) => {
  const { status, stderr } = run(id);
  expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
});
