import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { clusterSource, TestProject } from '../helpers/project';

let project: TestProject;

beforeEach(() => {
  project = new TestProject();
  project.write('clusters/one.ts', clusterSource('one'));
  project.write('clusters/two.ts', clusterSource('two'));
});

afterEach(() => project.remove());

describe('npm run synth', () => {
  test('writes every cluster, and says what changed; a second run writes nothing', () => {
    const first = project.synth();
    expect(first).toMatchObject({ status: 0, stdout: '' });
    expect(first.stderr).toMatch(/^one {2}17 created, 0 updated, 0 removed, 0 unchanged\ntwo {2}17 created/);
    const before = project.files();
    const second = project.synth();
    expect(second.stderr).toMatch(/^one {2}0 created, 0 updated, 0 removed, 17 unchanged/);
    expect(project.files()).toEqual(before);
  });

  test('many clusters: staged in a thread, the same bytes as one by one', () => {
    const names = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];
    for (const name of names) project.write(`clusters/${name}.ts`, clusterSource(name));
    const all = project.synth();
    expect(all).toMatchObject({ status: 0, stdout: '' });
    const together = project.files();
    project.delete('dist');
    for (const name of names) project.synth(['--cluster', name]);
    expect(project.files()).toEqual(together);
    expect(project.synth().stderr).toMatch(/^five +0 created, 0 updated, 0 removed, 17 unchanged\n/);
    expect(project.synth([], { STATE: 'b' }).stderr).toContain('warning  two: Application app-a-0 is taken out');
    project.write('clusters/six.ts', clusterSource('six', { body: "throw new Error('out of cheese');" }));
    const before = project.files();
    expect(project.synth().status).toBe(1);
    expect(project.files()).toEqual(before);
  });

  test('updates and removes what changed', () => {
    project.synth();
    const changed = project.synth([], { STATE: 'b' });
    expect(changed.stderr).toContain(
      'warning  one: Application app-a-0 is taken out: Argo CD deletes everything that it made.',
    );
    expect(changed.stderr).toMatch(/\none {2}5 created, 3 updated, 5 removed, 9 unchanged/);
    expect(Object.keys(project.files()).filter((path) => path.includes('app-a-'))).toEqual([]);
  });

  test('--cluster leaves the others’ folders alone, even stale ones', () => {
    project.synth();
    project.write('dist/gone/apps/x/configmap-x.yaml', 'kind: ConfigMap\n');
    const before = project.files();
    expect(project.synth(['--cluster', 'two'], { STATE: 'b' }).status).toBe(0);
    const after = project.files();
    for (const path of Object.keys(before).filter((p) => !p.startsWith('two/'))) expect(after[path]).toBe(before[path]);
    expect(after['two/apps/shared/configmap-map-0.yaml']).toContain('state: b');
  });

  test('several clusters after one --cluster', () => {
    expect(project.synth(['--cluster', 'one', 'two']).stderr).toMatch(/one .*\ntwo /);
  });

  test('removes the folder of a cluster that is no more, and strangers in dist/', () => {
    project.synth();
    project.write('dist/gone/apps/x/configmap-x.yaml', 'kind: ConfigMap\n');
    project.write('dist/notes.txt', 'x');
    expect(project.synth().stderr).toMatch(/gone +0 created, 0 updated, 1 removed/);
    expect(Object.keys(project.files()).filter((path) => !/^(one|two)\//.test(path))).toEqual([]);
  });

  test('puts right what somebody edited, and a folder where a file goes', () => {
    project.synth();
    const before = project.files();
    project.write('dist/one/apps/shared/configmap-map-0.yaml', 'edited');
    project.write('dist/two/apps/shared/namespace-shared.yaml.d', 'stray');
    project.delete('dist/two/apps/shared/configmap-map-1.yaml');
    mkdirSync(join(project.folder, 'dist/two/apps/shared/configmap-map-1.yaml/deep'), { recursive: true });
    expect(project.synth().status).toBe(0);
    expect(project.files()).toEqual(before);
  });

  test('a cluster that does not exist', () => {
    const run = project.synth(['--cluster', 'onr']);
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('There is no cluster "onr". Did you mean "one"?');
    expect(project.files()).toEqual({});
  });

  test.each([
    [['one'], 'To synthesise one cluster: --cluster one'],
    [['--clutser', 'one'], 'Unknown option --clutser. Did you mean "--cluster"?'],
  ])('mistyped arguments: %j', (args, message) => {
    const run = project.synth(args);
    expect(run.status).toBe(1);
    expect(run.stderr).toContain(message);
    expect(run.stderr).not.toContain('    at ');
  });

  test('a cluster that throws: dist/ stays, the others tell their mistakes too', () => {
    project.synth();
    const before = project.files();
    project.write('clusters/one.ts', clusterSource('one', { body: "throw new Error('out of cheese');" }));
    project.write(
      'clusters/two.ts',
      clusterSource('two', { body: "new ConfigMap(shared, 'Bad_Name', { data: {} });" }),
    );
    const run = project.synth();
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/error {2}out of cheese.*\n {2}where {3}clusters\/one\.ts:\d+:\d+, construct one/);
    expect(run.stderr).toMatch(
      /"Bad_Name" is no valid name.*\n {2}where {3}clusters\/two\.ts:\d+:\d+, construct two\/shared\/config-map-Bad_Name/,
    );
    expect(run.stderr).toContain('2 errors. Nothing was written.');
    expect(project.files()).toEqual(before);
  });

  test('a check that fails leaves dist/ as it was', () => {
    project.synth();
    const before = project.files();
    project.write(
      'clusters/one.ts',
      clusterSource('one', { body: "new Namespace(shared, 'shared-2', { labels: { a: 'no spaces' } });" }),
    );
    const run = project.synth();
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('label a has the value "no spaces"');
    expect(project.files()).toEqual(before);
  });

  test('a warning is told, and does not keep anything from being published', () => {
    const kinds = ['IPAddressPool', 'L2Advertisement']
      .map((kind) => `this.external('CustomResourceDefinition', 'metallb.io/${kind}', 'a test');`)
      .join('');
    const metallb = (kind: string, spec: string) =>
      `new ApiObject(shared, '${kind}', { apiVersion: 'metallb.io/v1beta1', kind: '${kind}', metadata: { name: 'lan' }, spec: ${spec} });`;
    const service = `new ApiObject(shared, 'lb', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'lb',
      annotations: { 'metallb.universe.tf/address-pool': 'lan' } }, spec: { type: 'LoadBalancer', ports: [{ port: 80 }] } });`;
    const body = `${kinds}${metallb('IPAddressPool', "{ addresses: ['10.64.0.0/24'] }")}${metallb('L2Advertisement', '{}')}${service}`;
    project.write('clusters/one.ts', clusterSource('one', { body }));
    const run = project.synth();
    expect(run.status).toBe(0);
    expect(run.stderr).toContain(
      "warning  Service shared/lb: the annotation metallb.universe.tf/address-pool is of MetalLB's old prefix.",
    );
    expect(run.stderr).toMatch(/\none {2}20 created/);
  });

  test('a mistake in the language: file and line', () => {
    project.write('clusters/one.ts', 'export default class {');
    const run = project.synth();
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('clusters/one.ts:1:');
  });

  test('a file in clusters/ that is none, and one that makes a cluster of another name', () => {
    project.write('clusters/helper.ts', 'export const x = 1;\n');
    project.write('clusters/three.ts', clusterSource('four'));
    const run = project.synth();
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('clusters/helper.ts has no cluster.');
    expect(run.stderr).toContain('clusters/three.ts makes a cluster "four".');
  });
});

describe('npx cdk8s synth', () => {
  test('gives the same bytes, and lists the files', () => {
    project.synth();
    const before = project.files();
    project.delete('dist');
    const run = project.cdk8s(['synth']);
    expect(run.status).toBe(0);
    expect(run.stdout).toContain('.cdk8s.out/one/app-of-apps/application-shared.yaml');
    expect(project.files()).toEqual(before);
  });

  test('a failing run leaves dist/ as it was', () => {
    project.synth();
    const before = project.files();
    project.write('clusters/one.ts', clusterSource('one', { body: "throw new Error('x');" }));
    expect(project.cdk8s(['synth']).status).not.toBe(0);
    expect(project.files()).toEqual(before);
  });

  test('-o DIR and --stdout leave dist/ alone', () => {
    project.synth();
    const before = project.files();
    const elsewhere = project.cdk8s(['synth', '-o', 'elsewhere'], { STATE: 'b' });
    expect(elsewhere.status).toBe(0);
    expect(project.files('elsewhere')['one/apps/shared/configmap-map-0.yaml']).toContain('state: b');
    const stdout = project.cdk8s(['synth', '--stdout'], { STATE: 'b' });
    expect(stdout.status).toBe(0);
    expect(stdout.stdout).toContain('state: b');
    expect(project.files()).toEqual(before);
  });
});
