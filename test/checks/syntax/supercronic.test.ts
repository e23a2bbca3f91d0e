import { supercronicProblem } from '../../../checks/syntax/supercronic';

test.each([
  '0 3 * * *',
  '*/5 0-6 1,15 jan-mar mon',
  '0 0 L * *',
  '0 0 15W * *',
  '0 0 * * 5#2',
  '0 0 3 1 1 * 2030',
  '@daily',
])('%s', (schedule) => expect(supercronicProblem(schedule)).toBeUndefined());

test.each([
  ['', 'there is none'],
  ['0 3 * *', 'it has 4 fields instead of 5, 6 (with a year) or 7 (with seconds and a year)'],
  ['60 3 * * *', 'outside 0 to 59, the minute'],
  ['0 3 * * 8', 'outside 0 to 7, the day of the week'],
  ['0 5-3 * * *', 'ends before it begins'],
  ['0 */0 * * *', 'the step of "*/0" is 0'],
  ['@every 1h', 'is none of @yearly'],
])('%s: %s', (schedule, problem) => expect(supercronicProblem(schedule)).toContain(problem));
