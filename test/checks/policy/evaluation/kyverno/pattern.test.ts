import { matchPattern } from '../../../../../checks/policy/evaluation/kyverno/pattern/match';

/** What comes of a value and a pattern. */
function verdict(value: unknown, pattern: unknown): string {
  const mismatch = matchPattern(value, pattern);
  return mismatch ? (mismatch.skip ? 'skip' : 'fail') : 'pass';
}

const containers = (...list: object[]) => ({ spec: { containers: list } });

test.each([
  ['a map', { a: { b: 1 } }, { a: { b: 1 } }, 'pass'],
  ['another value', { a: { b: 2 } }, { a: { b: 1 } }, 'fail'],
  ['anything but nothing', {}, { a: '*' }, 'fail'],
  ['every item', containers({ image: 'a:1' }, { image: 'a' }), containers({ image: '*:*' }), 'fail'],
  [
    'a condition that is met',
    containers({ image: 'x:latest', pull: 'Never' }),
    containers({ '(image)': '*:latest', pull: 'Always' }),
    'fail',
  ],
  [
    'a condition that is not met',
    containers({ image: 'x:1' }),
    containers({ '(image)': '*:latest', pull: 'Always' }),
    'skip',
  ],
  [
    'a condition that some items meet',
    containers({ image: 'x:1' }, { image: 'x:latest', pull: 'Always' }),
    containers({ '(image)': '*:latest', pull: 'Always' }),
    'pass',
  ],
  ['an equality that is not there', { spec: {} }, { spec: { '=(hostNetwork)': 'false' } }, 'pass'],
  ['an equality that is there', { spec: { hostNetwork: true } }, { spec: { '=(hostNetwork)': 'false' } }, 'fail'],
  ['a negation', { spec: { hostPath: {} } }, { spec: { 'X(hostPath)': null } }, 'fail'],
  ['a negation of nothing', { spec: {} }, { spec: { 'X(hostPath)': null } }, 'pass'],
  [
    'an existence',
    containers({ name: 'a' }, { name: 'proxy' }),
    { spec: { '^(containers)': [{ name: 'proxy' }] } },
    'pass',
  ],
  ['an existence that fails', containers({ name: 'a' }), { spec: { '^(containers)': [{ name: 'proxy' }] } }, 'fail'],
  [
    'a global condition skips all',
    { spec: { containers: [{ image: 'other/x' }], imagePullSecrets: [] } },
    { spec: { containers: [{ '<(image)': 'corp/*' }], imagePullSecrets: [{ name: 'corp' }] } },
    'skip',
  ],
  [
    'labels by wildcard',
    { metadata: { labels: { 'a/team': 'x' } } },
    { metadata: { labels: { 'a/*': '?*' } } },
    'pass',
  ],
  ['a list for a map', { a: [] }, { a: { b: 1 } }, 'fail'],
  ['a list of scalars', { drop: ['ALL', 'NET_RAW'] }, { drop: ['ALL'] }, 'fail'],
])('%s', (_, value, pattern, expected) => expect(verdict(value, pattern)).toBe(expected));

test('a mismatch says where', () => {
  const mismatch = matchPattern(containers({ image: 'a' }), containers({ image: '*:*' }));
  expect(mismatch).toMatchObject({ at: '/spec/containers/0/image', skip: false });
});
