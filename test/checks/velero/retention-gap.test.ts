import { longestGap } from '../../../checks/syntax/cron-gap';
import { testRule } from '../../helpers/rule';
import { schedule, VELERO } from '../../helpers/velero';

const kept = (ttl: string, cron: string) => schedule({ ttl }, { schedule: cron });

testRule(
  'velero/retention-gap',
  {
    wrong: [
      ['half an hour of every hour', kept('30m', '30 * * * *'), 'keeps a backup 30m and makes one every 1 hours'],
      ['two days of every week', kept('48h', '@weekly'), 'makes one every 168 hours at the most'],
      ['weekdays', kept('48h', '0 2 * * 1-5'), 'makes one every 72 hours at the most'],
      ['an interval', kept('1h', '@every 6h'), 'makes one every 6 hours at the most'],
    ],
    right: { 'a month of days': kept('720h', '0 2 * * *') },
  },
  VELERO,
);

test.each([
  ['*/15 * * * *', 15 / 60],
  ['0 2 1 * *', 31 * 24],
  ['0 0 1,15 * *', 17 * 24],
  ['0 0 29 2 *', undefined],
  ['@yearly', 365 * 24],
])('%s', (cron, hours) => {
  expect(longestGap(cron)).toBe(hours === undefined ? undefined : hours * 3600);
});
