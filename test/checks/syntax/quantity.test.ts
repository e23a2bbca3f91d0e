import { quantityFix, quantityValue } from '../../../checks/syntax/quantity';

test.each<[unknown, number]>([
  ['1', 1],
  ['500m', 0.5],
  ['20Gi', 20 * 2 ** 30],
  ['1.5k', 1500],
  ['2e3', 2000],
  [4, 4],
  ['.5', 0.5],
])('%s', (quantity, value) => expect(quantityValue(quantity)).toBe(value));

test.each(['', '20GB', '1 Gi', 'Gi', '1ki', 'ten', null])('%s is none', (text) =>
  expect(quantityValue(text)).toBeUndefined(),
);

test('what was meant', () => expect(quantityFix('20gb')).toContain('"20Gi"'));
