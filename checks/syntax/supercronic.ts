import { type CronField, fieldProblem, MONTHS, WEEKDAYS } from './cron';

/**
 * Cron as supercronic's cronexpr reads it, which Kyverno's DeletingPolicy uses: five fields, six with a year at the end, seven with
 * seconds at the beginning too; L, W and # are understood, the day of the week is 0 to 7. Source: aptible/supercronic v0.2,
 * cronexpr.
 */
const SECOND: CronField = { name: 'second', min: 0, max: 59 };
const FIELDS: readonly CronField[] = [
  { name: 'minute', min: 0, max: 59 },
  { name: 'hour', min: 0, max: 23 },
  { name: 'day of the month', min: 1, max: 31, special: /^(?:l|lw|\d{1,2}w)$/i },
  { name: 'month', min: 1, max: 12, words: MONTHS },
  { name: 'day of the week', min: 0, max: 7, words: WEEKDAYS, special: /^(?:[0-7]|[a-z]{3})(?:l|#[1-5])$/i },
];
const YEAR: CronField = { name: 'year', min: 1970, max: 2099 };

const DESCRIPTORS = ['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@hourly'];

/** What is wrong with a schedule; undefined where nothing is. */
export function supercronicProblem(schedule: string): string | undefined {
  const text = schedule.trim();
  if (text === '') return 'there is none';
  if (text.startsWith('@')) {
    return DESCRIPTORS.includes(text) ? undefined : `"${text}" is none of ${DESCRIPTORS.join(', ')}`;
  }
  const written = text.split(/\s+/);
  const fields = fieldsOf(written.length);
  if (!fields) return `it has ${written.length} fields instead of 5, 6 (with a year) or 7 (with seconds and a year)`;
  for (const [index, field] of fields.entries()) {
    const problem = fieldProblem(written[index] ?? '', field);
    if (problem) return problem;
  }
  return undefined;
}

function fieldsOf(count: number): readonly CronField[] | undefined {
  if (count === 5) return FIELDS;
  if (count === 6) return [...FIELDS, YEAR];
  return count === 7 ? [SECOND, ...FIELDS, YEAR] : undefined;
}
