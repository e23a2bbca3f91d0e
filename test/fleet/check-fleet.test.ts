import type { BuiltCluster } from '../../fleet/build';
import { checkFleet } from '../../fleet/check-fleet';

const cluster = (name: string, extra: Partial<BuiltCluster> = {}): BuiltCluster => ({
  name,
  files: new Map(),
  findings: [],
  waived: [],
  ...extra,
});
const messages = (built: BuiltCluster[], all = built.map((b) => b.name)) =>
  checkFleet(built, all).map((f) => f.message);

test('a hub and its members that name each other, or are found', () => {
  expect(messages([cluster('hub', { members: ['a'] }), cluster('a', { hub: 'hub' })])).toEqual([]);
  expect(messages([cluster('hub', { members: 'discovered' }), cluster('a', { hub: 'hub' })])).toEqual([]);
  expect(messages([cluster('a', { hub: 'hub' })], ['a', 'hub'])).toEqual([]);
});

test('names that are none, and one-sided membership', () => {
  expect(messages([cluster('oden'), cluster('a', { hub: 'odin' })])).toEqual([
    'a names the hub "odin", which is no cluster. Did you mean "oden"?',
  ]);
  expect(messages([cluster('hub', { members: ['asgrd'] })], ['hub', 'asgard'])).toEqual([
    'hub has the member "asgrd", which is no cluster. Did you mean "asgard"?',
  ]);
  expect(messages([cluster('hub', { members: ['a'] }), cluster('a')])).toEqual([
    'hub has the member a, which does not name it as its hub.',
  ]);
  expect(messages([cluster('hub', { members: [] }), cluster('a', { hub: 'hub' })])).toEqual([
    'a names the hub hub, which does not have it among its members.',
  ]);
});
