import { type CronField, FIELDS, fieldValues } from './cron';

const MINUTE = 60;
const DAY = 24 * 60;
/** Long enough for every day of a month to come round. */
const DAYS = 400;

const DESCRIPTORS: Readonly<Record<string, string>> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
};

/** The longest time between two runs of a right schedule, in seconds; undefined where it runs once a year or less. */
export function longestGap(schedule: string): number | undefined {
  const fields = (DESCRIPTORS[schedule] ?? schedule).trim().split(/\s+/);
  const [minutes, hours, days, months, weekdays] = FIELDS.map((field: CronField, i) =>
    fieldValues(fields[i] ?? '*', field),
  );
  if (!minutes || !hours || !days || !months || !weekdays) return undefined;
  const isAny = (i: number) => /^[*?]/.test(fields[i] ?? '*');
  let last: number | undefined;
  let longest = 0;
  // 2023 begins on a Sunday, and is an ordinary year.
  for (let day = 0; day < DAYS; day++) {
    const date = new Date(Date.UTC(2023, 0, 1 + day));
    if (!months.has(date.getUTCMonth() + 1)) continue;
    const [byDay, byWeekday] = [days.has(date.getUTCDate()), weekdays.has(date.getUTCDay())];
    // Where both are said, either is enough.
    if (isAny(2) || isAny(4) ? !(byDay && byWeekday) : !(byDay || byWeekday)) continue;
    for (const hour of hours) {
      for (const minute of minutes) {
        const now = day * DAY + hour * MINUTE + minute;
        if (last !== undefined) longest = Math.max(longest, now - last);
        last = now;
      }
    }
  }
  return longest === 0 ? undefined : longest * 60;
}
