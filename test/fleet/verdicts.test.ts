import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rules } from '../../checks/registry';
import { ConfigMap } from '../../constructs/kubernetes/config-map';
import { allow } from '../../fleet/allow';
import { buildCluster } from '../../fleet/build';
import { collect } from '../../fleet/collect';
import { Verdicts } from '../../fleet/verdicts';
import { raw, TestCluster, type TestProps, testFleet } from '../helpers/cluster';

const WRONG = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'Wrong' } };

describe('verdicts of earlier runs', () => {
  let folder: string;
  const someRule = jest.spyOn(rules[0] as (typeof rules)[number], 'check');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fleet-verdicts-'));
  });
  afterEach(() => {
    jest.useRealTimers();
    rmSync(folder, { recursive: true });
  });
  afterAll(() => someRule.mockRestore());

  /** A run over one cluster; says whether its rules ran. */
  function run(fill: (cluster: TestCluster) => void, props: TestProps = {}, program = 'program') {
    someRule.mockClear();
    const verdicts = Verdicts.of(folder, program);
    const built = buildCluster('test', () => new TestCluster(fill, props), testFleet, verdicts);
    verdicts.write([built]);
    const { findings, waived, files } = built;
    return { findings, waived, files, checked: someRule.mock.calls.length > 0 };
  }

  const withMap = (value: string) => (cluster: TestCluster) => {
    new ConfigMap(cluster.application('app'), 'm', { data: { value } });
  };

  test('what was right is not checked again, and comes out the same', () => {
    const first = run(withMap('a'));
    const second = run(withMap('a'));
    expect([first.checked, second.checked]).toEqual([true, false]);
    expect(second.files).toEqual(first.files);
    expect(second.findings).toEqual([]);
  });

  test.each<[string, () => ReturnType<typeof run>]>([
    ['another object', () => run(withMap('b'))],
    ['another fact that no object shows', () => run(withMap('a'), { externals: { namespaces: ['made-by-hand'] } })],
    ['another Kubernetes', () => run(withMap('a'), { kubernetes: '1.36' })],
    ['another program', () => run(withMap('a'), {}, 'another')],
    [
      'another day',
      () => {
        jest.useFakeTimers({ now: Date.now() + 24 * 3600 * 1000, doNotFake: ['performance'] });
        return run(withMap('a'));
      },
    ],
  ])('%s is checked', (_, again) => {
    run(withMap('a'));
    expect(again().checked).toBe(true);
  });

  test.each(['objects', 'scopes'])('a values file counts, also under the key %s', (key) => {
    const model = collect(new TestCluster(withMap('a')));
    const withValues = (value: string) => ({
      ...model,
      applications: model.applications.map((application) => ({
        ...application,
        helm: { valueFiles: [{ path: 'apps/x.values.yaml', values: { [key]: value } }] } as never,
      })),
    });
    const verdicts = Verdicts.of(folder, 'program');
    const [a, b] = ['a', 'b'].map((value) => verdicts.fingerprint(withValues(value), new Map()));
    expect(a).not.toBe(b);
  });

  const wrong =
    (id: string, waived = false) =>
    (cluster: TestCluster) => {
      const app = cluster.application('app');
      raw(app, id, WRONG);
      if (waived) allow(app, 'kubernetes/name-syntax', 'A test');
    };

  test('what was wrong is told again, with its place', () => {
    const [first, second] = [run(wrong('m')), run(wrong('m'))];
    expect(first.findings).toMatchObject([{ rule: 'kubernetes/name-syntax', path: 'test/app/m' }]);
    expect(second).toEqual({ ...first, checked: false });
  });

  test('a construct that moved has its new place', () => {
    run(wrong('m'));
    expect(run(wrong('n')).findings).toMatchObject([{ path: 'test/app/n' }]);
  });

  test('a waiver goes on letting it pass, and is seen to be used', () => {
    const [first, second] = [run(wrong('m', true)), run(wrong('m', true))];
    expect(first.waived).toHaveLength(1);
    expect(second).toEqual({ ...first, checked: false });
    expect(second.findings).toEqual([]);
  });

  test('a file that somebody broke says nothing', () => {
    run(withMap('a'));
    const file = join(folder, 'verdicts.json');
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 10));
    expect(run(withMap('a')).checked).toBe(true);
  });
});
