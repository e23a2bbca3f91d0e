import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { load, loadAll } from 'js-yaml';
import { parse } from 'yaml';
import { AppProject } from '../../constructs/argocd/app-project';
import { ClusterApplicationSet } from '../../constructs/argocd/cluster-application-set';
import { HelmApplication } from '../../constructs/argocd/helm-application';
import { definitionOf, groupKind, type KubeObject } from '../../fleet/object';
import { Scopes } from '../../fleet/scopes';
import { build, buildApp, filesOf } from '../helpers/cluster';
import { buildDataExample, dataExamples } from '../helpers/data';
import { EDGE_FACTS, edgeExamples } from '../helpers/edge-examples';
import { EXTERNALS, examples, web } from '../helpers/examples';

const buildExample = (name: string) =>
  name in examples
    ? buildApp((app) => examples[name]?.(app), { externals: EXTERNALS })
    : name in dataExamples
      ? buildDataExample(name)
      : buildApp((app, cluster) => edgeExamples[name]?.(app, cluster), EDGE_FACTS);

/** What every construct keeps to. */
describe.each([...Object.keys(examples), ...Object.keys(edgeExamples), ...Object.keys(dataExamples)])('%s', (name) => {
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
    const identities = objects.map(
      ({ apiVersion, kind, metadata }) => `${groupKind(apiVersion, kind)}/${metadata.namespace}/${metadata.name}`,
    );
    expect(new Set(identities).size).toBe(identities.length);
  });

  test('puts every object where it belongs', () => {
    const scopes = new Scopes(
      objects.flatMap((object) => definitionOf(object) ?? []),
      [],
    );
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

/** Paths of empty maps and lists. Some mean something: an empty selector, a volume or a feature without settings. */
function emptyParts(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return value === null ? [path] : [];
  const entries = Object.entries(value);
  if (entries.length === 0)
    return /(podSelector|emptyDir|http3|selfSigned|objectSelector|namespaceSelector|podControllers\.controllers)$/.test(
      path,
    )
      ? []
      : [path];
  return entries.flatMap(([key, item]) => emptyParts(item, `${path}.${key}`));
}

describe('Argo CD’s objects', () => {
  const make = () =>
    build((cluster) => {
      const project = new AppProject(cluster, 'all', {
        description: '',
        roles: [{ name: 'deploy', description: '', policies: [] }],
        syncWindows: [{ kind: 'allow', schedule: '0 8 * * *', duration: '1h', applications: ['*'], manualSync: false }],
      });
      const ignoreDifferences = [{ kind: 'Service', jsonPointers: ['/spec/ports'], group: '', name: '' }];
      web(cluster.application('shop', { project, ignoreDifferences }));
      new HelmApplication(cluster, 'chart', {
        project,
        namespace: 'shop',
        repository: 'https://charts.example.com',
        chart: 'x',
        version: '1.0.0',
        values: { enabled: false },
        declares: { kinds: ['apps/Deployment'] },
      });
      new ClusterApplicationSet(cluster);
    });
  const built = make();
  const files = [...built.files].filter(([path]) => /^(app-of-apps|bootstrap)\/.*\.yaml$/.test(path));

  test('break no rule, and are the same every time', () => {
    expect(built.findings).toEqual([]);
    expect([...make().files]).toEqual([...built.files]);
  });

  test('say no zero values that Argo CD would drop', () => {
    for (const [path, text] of files) {
      if (path.endsWith('-values.yaml')) continue;
      for (const object of loadAll(text) as KubeObject[]) expect(zeroValues(object)).toEqual([]);
    }
  });
});

/** Paths of what Go leaves out of JSON; a chart's values and the core group's name are as written. */
function zeroValues(value: unknown, path = ''): string[] {
  if (path.endsWith('.valuesObject') || path.endsWith('.group')) return [];
  if (value === false || value === '' || value === 0 || value === null) return [path];
  if (typeof value !== 'object') return [];
  const entries = Object.entries(value as object);
  return entries.length === 0 ? [path] : entries.flatMap(([key, item]) => zeroValues(item, `${path}.${key}`));
}

const DATA = ['rook', 'velero', 'secrets', 'snapshots', 'kyverno', 'kyverno/classic', 'admission', 'gatekeeper'];

describe('the house', () => {
  test('every construct has an example', () => {
    for (const file of readdirSync('constructs/kubernetes')) {
      if (!/export class \w+.* extends/.test(readFileSync(`constructs/kubernetes/${file}`, 'utf8'))) continue;
      expect(Object.keys(examples)).toContain(file.replace(/\.ts$/, ''));
    }
    const data = readdirSync('test/helpers/data').map((file) => `test/helpers/data/${file}`);
    const used = ['test/helpers/edge-examples.ts', ...data].map((file) => readFileSync(file, 'utf8')).join('');
    const added = [...used.matchAll(/\.add(\w+)\(/g)].map(([, name = '']) => name);
    const edge = ['gateway', 'envoy-gateway', 'cert-manager', 'metallb', 'openstack'];
    for (const system of [...edge, ...DATA]) {
      for (const file of readdirSync(`constructs/${system}`).filter((name) => name.endsWith('.ts'))) {
        const text = readFileSync(`constructs/${system}/${file}`, 'utf8');
        for (const [, name] of text.matchAll(/^export class (\w+) extends (?!Listener\b)/gm)) {
          // `store.addUser(…)` makes an ObjectStoreUser.
          const isUsed = used.includes(`new ${name}(`) || added.some((end) => name?.endsWith(end));
          expect([name, isUsed]).toEqual([name, true]);
        }
      }
    }
  });

  test('every construct has a test of its name', () => {
    for (const system of [...readdirSync('constructs'), 'kyverno/classic']) {
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
    for (const system of readdirSync('checks').filter((name) => !name.endsWith('.ts'))) {
      for (const file of readdirSync(`checks/${system}`).filter((name) => name.endsWith('.ts'))) {
        const path = `test/checks/${system}/${file.replace(/\.ts$/, '.test.ts')}`;
        const text = readFileSync(`checks/${system}/${file}`, 'utf8');
        if (text.includes(': Rule = {')) {
          expect([path, existsSync(path)]).toEqual([path, true]);
          expect(registry).toContain(`'./${system}/${file.replace(/\.ts$/, '')}'`);
          expect(text).toContain(`id: '${system}/${file.replace(/\.ts$/, '')}'`);
        }
      }
    }
  });

  test('every system has a page', () => {
    for (const system of readdirSync('constructs'))
      expect([system, existsSync(`docs/${system}.md`)]).toEqual([system, true]);
  });
});
