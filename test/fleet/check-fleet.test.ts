import type { BuiltCluster } from '../../fleet/build';
import { checkFleet } from '../../fleet/check-fleet';
import type { Member } from '../../fleet/cluster';

const cluster = (name: string, extra: Partial<BuiltCluster> = {}): BuiltCluster => ({
  name,
  files: new Map(),
  findings: [],
  waived: [],
  ...extra,
});
const member = (name: string): Member => ({ name, revision: 'main', sync: 'automated', namespace: 'argocd' });
const messages = (built: BuiltCluster[], all = built.map((b) => b.name)) =>
  checkFleet(built, all).map((f) => f.message);

test('a hub and its members that name each other, or are found', () => {
  expect(messages([cluster('hub', { members: [member('a')] }), cluster('a', { hub: 'hub' })])).toEqual([]);
  expect(messages([cluster('hub', { members: 'discovered' }), cluster('a', { hub: 'hub' })])).toEqual([]);
  expect(messages([cluster('a', { hub: 'hub' })], ['a', 'hub'])).toEqual([]);
});

test('names that are none, and one-sided membership', () => {
  expect(messages([cluster('oden'), cluster('a', { hub: 'odin' })])).toEqual([
    'a names the hub "odin", which is no cluster. Did you mean "oden"?',
  ]);
  expect(messages([cluster('hub', { members: [member('asgrd')] })], ['hub', 'asgard'])).toEqual([
    'hub has the member "asgrd", which is no cluster. Did you mean "asgard"?',
  ]);
  expect(messages([cluster('hub', { members: [member('a')] }), cluster('a')])).toEqual([
    'hub has the member a, which does not name it as its hub.',
  ]);
  expect(messages([cluster('hub', { members: [] }), cluster('a', { hub: 'hub' })])).toEqual([
    'a names the hub hub, which does not have it among its members.',
  ]);
});

test('a hub that takes a member for another than it is', () => {
  const summary = {
    revision: 'v1',
    sync: 'manual' as const,
    namespace: 'gitops',
    applications: [],
    backups: { locations: [], schedules: [] },
  };
  expect(messages([cluster('hub', { members: [member('a')] }), cluster('a', { hub: 'hub', summary })])).toEqual([
    'hub takes the revision of a for "main"; it is "v1".',
    'hub takes the sync of a for "automated"; it is "manual".',
    'hub takes the namespace of a for "argocd"; it is "gitops".',
  ]);
});

test('two members whose applications would have one name', () => {
  const summary = (applications: string[]) => ({
    ...member(''),
    applications,
    backups: { locations: [], schedules: [] },
  });
  const names = [
    cluster('hub', { members: 'discovered' }),
    cluster('a', { hub: 'hub', summary: summary(['a-b-c']) }),
    cluster('a-b', { hub: 'hub', summary: summary(['a-b-c']) }),
  ];
  expect(messages(names)).toEqual(['a and a-b both have an Application "a-b-c" in the Argo CD of hub.']);
});

describe('backups of two clusters', () => {
  const place = (name: string, at: string, writes = true) => ({ name, place: at, writes });
  const saving = (name: string, locations: ReturnType<typeof place>[], schedules: string[]) =>
    cluster(name, {
      summary: { ...member(''), applications: [], backups: { locations, schedules } },
    });

  test('in one place', () => {
    const both = [saving('a', [place('x', 'aws b p')], ['daily']), saving('b', [place('y', 'aws b p')], ['nightly'])];
    expect(messages(both)).toEqual(['b and a both write backups to aws b p.']);
  });

  test('of one name, where one sees the other’s', () => {
    const both = [
      saving('a', [place('x', 'aws b a')], ['daily']),
      saving('b', [place('y', 'aws b a', false)], ['daily']),
    ];
    expect(messages(both)).toEqual(['b reads the backups of a, and both have a Schedule "daily".']);
  });

  test('apart', () => {
    const both = [saving('a', [place('x', 'aws b a')], ['daily']), saving('b', [place('y', 'aws b b')], ['daily'])];
    expect(messages(both)).toEqual([]);
  });
});
