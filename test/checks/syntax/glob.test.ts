import { globMatches } from '../../../checks/syntax/glob';

test.each([
  ['*', 'a/b', '', true],
  ['*', 'a/b', '/', false],
  ['**', 'a/b', '/', true],
  ['https://*.example.com/**', 'https://a.example.com/b/c', '/', true],
  ['team-?', 'team-a', '', true],
  ['team-?', 'team-ab', '', false],
  ['team-[a-c]', 'team-b', '', true],
  ['team-[!a]', 'team-a', '', false],
  ['{a,b}-x', 'b-x', '', true],
  ['a.b', 'axb', '', false],
  ['a\\*', 'a*', '', true],
  ['a(b)', 'a(b)', '', true],
])('%s and %s', (pattern, text, separator, expected) => {
  expect(globMatches(pattern, text, separator)).toBe(expected);
});
