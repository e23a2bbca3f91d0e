import { cronProblem } from '../../../checks/syntax/cron';

const problem = (schedule: string) => cronProblem(schedule, { descriptors: true });

test.each([
  '* * * * *',
  '0 2 * * *',
  '*/5 0-6/2 1,15 * mon-fri',
  '0 0 29 2 *',
  '? ? ? ? ?',
  '@hourly',
  '@every 90m',
  '0 0 31 1 *',
])('%s', (schedule) => expect(problem(schedule)).toBeUndefined());

test.each([
  ['', 'fields'],
  ['60 * * * *', 'minute'],
  ['* * 0 * *', 'day of the month'],
  ['* * * 13 *', 'month'],
  ['* * L * *', '"L"'],
  ['* * * * 5#2', '"5#2"'],
  ['5-1 * * * *', 'ends before'],
  ['*/0 * * * *', 'step'],
  ['0 0 31 4 *', 'never fires'],
])('"%s" is wrong', (schedule, part) => expect(problem(schedule)).toContain(part));

test('a day that never comes does come with a weekday: either is enough', () => {
  expect(problem('0 0 31 4 1')).toBeUndefined();
});
