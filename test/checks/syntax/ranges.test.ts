import { contains, overlap, rangeOf } from '../../../checks/syntax/ranges';

const range = (text: string) => {
  const found = rangeOf(text);
  if (!found) throw new Error(text);
  return found;
};

test.each(['10.64.0.0/24', '192.168.1.240-192.168.1.250', ' 10.0.0.1 - 10.0.0.2', '2001:db8::/64', '192.0.2.1/32'])(
  '%s',
  (text) => expect(rangeOf(text)).toBeDefined(),
);
test.each(['192.0.2.1', '10.0.0.9-10.0.0.1', '10.0.0.1-2001:db8::1', '10.0.0.1-10.0.0.2-10.0.0.3', 'x/24'])(
  '%s is none',
  (text) => expect(rangeOf(text)).toBeUndefined(),
);

test('what lies in it', () => {
  expect(contains(range('10.64.0.0/24'), '10.64.0.255')).toBe(true);
  expect(contains(range('10.64.0.0/24'), '10.64.1.0')).toBe(false);
  expect(contains(range('2001:db8::/64'), '10.64.1.0')).toBe(false);
  expect(overlap(range('10.64.0.0/24'), range('10.64.0.255-10.64.1.1'))).toBe(true);
  expect(overlap(range('10.64.0.0/24'), range('10.64.1.0/24'))).toBe(false);
});
