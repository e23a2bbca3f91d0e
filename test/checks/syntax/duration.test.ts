import { goDurationFix, goDurationSeconds, isGoDuration } from '../../../checks/syntax/duration';

test.each(['0', '30s', '1h30m', '1.5h', '-2m', '720h', '100ms'])('%s', (text) => expect(isGoDuration(text)).toBe(true));
test.each(['', '30', '30d', '1w', '1 h', 'h', '1hour'])('"%s" is none', (text) =>
  expect(isGoDuration(text)).toBe(false),
);

test('what was meant', () => {
  expect(goDurationFix('30d')).toBe('"720h"');
  expect(goDurationFix('2w')).toBe('"336h"');
  expect(goDurationFix('30')).toBe('"30s"');
});

test('in seconds', () => {
  expect(goDurationSeconds('1h30m')).toBe(5400);
  expect(goDurationSeconds('1.5s')).toBe(1.5);
  expect(goDurationSeconds('100ms')).toBeCloseTo(0.1);
  expect(goDurationSeconds('3d')).toBeUndefined();
});
