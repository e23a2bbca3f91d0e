/**
 * Cron as robfig/cron v3 `ParseStandard` reads it, which Kubernetes, Argo CD and Velero use: five fields, or a
 * descriptor. No seconds, no L, W or #; the day of the week is 0 to 6. Source: robfig/cron v3.0.1, parser.go.
 */
export interface CronField {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** Names that stand for numbers, from `min` on. */
  readonly words?: string;
  /** Forms that only this field has. */
  readonly special?: RegExp;
}

export const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec';
export const WEEKDAYS = 'sun mon tue wed thu fri sat';

const MONTH: CronField = { name: 'month', min: 1, max: 12, words: MONTHS };
/** The five fields, in their order. */
export const FIELDS: readonly CronField[] = [
  { name: 'minute', min: 0, max: 59 },
  { name: 'hour', min: 0, max: 23 },
  { name: 'day of the month', min: 1, max: 31 },
  MONTH,
  { name: 'day of the week', min: 0, max: 6, words: WEEKDAYS },
];

const DESCRIPTORS = ['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly'];

export interface CronOptions {
  /** Whether `@daily` and `@every 1h` are understood. Argo CD's sync windows know neither. */
  readonly descriptors: boolean;
}

/** What is wrong with a schedule; undefined where nothing is. */
export function cronProblem(schedule: string, { descriptors }: CronOptions): string | undefined {
  if (schedule.startsWith('@')) {
    if (!descriptors) return 'descriptors such as @daily are not understood here';
    if (DESCRIPTORS.includes(schedule) || /^@every \S+$/.test(schedule)) return undefined;
    return `"${schedule}" is none of ${DESCRIPTORS.join(', ')}, @every DURATION`;
  }
  const fields = schedule.trim().split(/\s+/);
  if (fields.length !== 5) return `it has ${fields.length} fields instead of 5 (minute, hour, day, month, weekday)`;
  for (let i = 0; i < FIELDS.length; i++) {
    const problem = fieldProblem(fields[i] ?? '', FIELDS[i] as CronField);
    if (problem) return problem;
  }
  return neverFires(fields) ? 'no date has this day and month, so it never fires' : undefined;
}

/** Fields that were looked at and are right: there are few different ones. */
const right = new WeakMap<CronField, Set<string>>();

/** What is wrong with a field: a list of values, ranges and steps. */
export function fieldProblem(text: string, field: CronField): string | undefined {
  const known = right.get(field) ?? new Set();
  if (known.has(text)) return undefined;
  const problem = findProblem(text, field);
  if (problem === undefined) right.set(field, known.add(text));
  return problem;
}

function findProblem(text: string, field: CronField): string | undefined {
  for (const part of text.split(',')) {
    if (field.special?.test(part)) continue;
    const match = /^(\*|\?|[a-z0-9]+)(?:-([a-z0-9]+))?(?:\/([0-9]+))?$/i.exec(part);
    if (!match) return `"${part}" is no value of the ${field.name}`;
    const [, from = '', to, step] = match;
    const any = from === '*' || from === '?';
    if (any && to !== undefined) return `"${part}" is no range of the ${field.name}`;
    if (step !== undefined && Number(step) === 0) return `the step of "${part}" is 0`;
    if (any) continue;
    const low = numberOf(from, field);
    const high = to === undefined ? low : numberOf(to, field);
    if (low === undefined || high === undefined)
      return `"${part}" is outside ${field.min} to ${field.max}, the ${field.name}`;
    if (low > high) return `"${part}" ends before it begins`;
  }
  return undefined;
}

/** The values that a right field stands for, ascending. */
export function fieldValues(text: string, field: CronField): ReadonlySet<number> {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const [, from = '', to, step] = /^(\*|\?|[a-z0-9]+)(?:-([a-z0-9]+))?(?:\/([0-9]+))?$/i.exec(part) ?? [];
    const any = from === '*' || from === '?';
    const low = any ? field.min : (numberOf(from, field) ?? field.min);
    // A step after a single value goes on to the end.
    const high = any || (to === undefined && step) ? field.max : (numberOf(to ?? from, field) ?? low);
    for (let value = low; value <= high; value += Number(step ?? 1) || 1) values.add(value);
  }
  return new Set([...values].sort((a, b) => a - b));
}

function numberOf(text: string, { min, max, words = '' }: CronField): number | undefined {
  const word = words === '' ? -1 : words.split(' ').indexOf(text.toLowerCase());
  const value = word >= 0 ? word + min : /^[0-9]+$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : undefined;
}

/** Days that none of its months has, with any day of the week. */
function neverFires([, , day = '', month = '', weekday = '']: readonly string[]): boolean {
  if (!/^[0-9,]+$/.test(day) || !/^[*?]$/.test(weekday)) return false;
  const months = /^[*?]/.test(month) ? ['1'] : month.split(',').map((m) => String(numberOf(m, MONTH) ?? m));
  if (!months.every((m) => /^[0-9]+$/.test(m))) return false;
  const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const longest = Math.max(...months.map((m) => lengths[Number(m) - 1] ?? 31));
  return day.split(',').every((d) => Number(d) > longest);
}
