import { checkPath } from '../../cli/check/foreign';
import { FORMATS } from '../../cli/check/format';
import { clusterSource, TestProject } from '../helpers/project';

let project: TestProject;
beforeAll(() => {
  project = new TestProject();
  project.write('clusters/one.ts', clusterSource('one'));
  project.write('empty/values.yaml', 'a: b\n');
  project.write('yaml/good.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { a: b }\n');
  project.write(
    'yaml/list.yaml',
    'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Service\n  metadata: { name: Web }\n  spec: { ports: [{ port: 80 }] }\n',
  );
  project.write(
    'secret.yaml',
    'apiVersion: v1\nkind: Secret\nmetadata: { name: s }\nstringData: { password: hunter2 }\n',
  );
});
afterAll(() => project.remove());

const run = (...args: string[]) => project.command('cli/check.ts', args);

test('the clusters: nothing is written', () => {
  expect(run()).toEqual({ status: 0, stdout: '', stderr: '1 cluster: 0 errors, 0 warnings.\n' });
  expect(project.files()).toEqual({});
});

test('a folder is a cluster of its own; items of a List are its objects', () => {
  const { status, stdout } = run('--format', 'json', 'yaml', 'yaml/good.yaml');
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toEqual([
    {
      path: 'yaml',
      findings: [
        expect.objectContaining({
          rule: 'kubernetes/name-syntax',
          severity: 'error',
          category: 'object',
          object: { apiVersion: 'v1', kind: 'Service', namespace: 'default', name: 'Web' },
          section: 'metadata.name',
        }),
      ],
    },
    { path: 'yaml/good.yaml', findings: [] },
  ]);
});

test('for people, and for GitHub', () => {
  const text = run('yaml');
  expect(text.stdout).toMatch(/^yaml\n\nerror {2}Service default\/Web: "Web" is no valid name for a Service/);
  expect(text.stderr).toBe('1 path: 1 error, 0 warnings.\n');
  expect(run('--format', 'github', 'yaml').stdout).toMatch(
    /^::error file=yaml\/list.yaml,title=kubernetes\/name-syntax::Service default\/Web/,
  );
});

test('what is about git only is a warning: a folder may have come from a cluster', () => {
  const [finding] = checkPath(`${project.folder}/secret.yaml`);
  expect(finding).toMatchObject({ rule: 'secrets/plaintext', severity: 'warning' });
  expect(FORMATS['text']?.([{ path: 'x', findings: [] }])).toBe('');
});

test.each([
  [['nothing.yaml'], 'error  nothing.yaml does not exist.\n'],
  [['empty'], 'error  empty has no Kubernetes objects'],
  [['clusters/one.ts'], 'error  clusters/one.ts is no YAML: '],
  [['--format', 'jsn', 'yaml'], 'There is no format "jsn". Did you mean "json"?'],
  [['--fromat', 'json'], 'error  Unknown option --fromat. Did you mean "--format"?'],
])('%j', (args, message) => {
  const { status, stdout, stderr } = run(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(message);
});

test('--external declares what is not in the folder, with a reason', () => {
  project.write(
    'route.yaml',
    'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [{ name: a, image: a, envFrom: [{ secretRef: { name: db } }] }] }\n',
  );
  const check = (...args: string[]) => run('--format', 'json', ...args, 'route.yaml');
  expect(check().stdout).toContain('kubernetes/secret-exists');
  expect(check('--external', 'Secret/default/db=made by hand').stdout).not.toContain('kubernetes/secret-exists');
  expect(check('--external', 'Secret/default/db')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('it has no reason'),
  });
  expect(check('--external', 'Secert/default/db=x').stderr).toContain('Did you mean "Secret"?');
  expect(run('--external', 'Secret/default/db=x').stderr).toContain('--external is for a PATH');
});
