import { certifies, covers, intersect } from '../../../checks/gateway/hostnames';

test.each([
  ['a.example.com', 'a.example.com', true],
  ['*.example.com', 'a.example.com', true],
  ['*.example.com', 'a.b.example.com', true],
  ['*.example.com', 'example.com', false],
  ['*.example.com', '*.b.example.com', true],
  ['a.example.com', 'b.example.com', false],
  [undefined, 'a.example.com', true],
])('%s and %s: %s', (a, b, expected) => {
  expect(intersect(a, b)).toBe(expected);
  expect(intersect(b, a)).toBe(expected);
});

test('a wildcard takes every depth for a route, and one label for a certificate', () => {
  expect(covers('*.example.com', 'a.b.example.com')).toBe(true);
  expect(certifies('*.example.com', 'a.example.com')).toBe(true);
  expect(certifies('*.example.com', 'a.b.example.com')).toBe(false);
  expect(certifies('*.example.com', 'example.com')).toBe(false);
});
