import { goDurationSeconds } from '../../../syntax/duration';
import { quantityValue } from '../../../syntax/quantity';
import { isRange, matchesScalar } from './pattern/scalar';
import { matchesWildcard } from './wildcard';

/** A condition whose variables are filled in. */
export interface Condition {
  readonly key: unknown;
  readonly operator: string;
  readonly value: unknown;
  readonly message?: string;
}

/** Whether a condition holds; undefined for an operator that nobody knows. Source: Kyverno v1.19, pkg/engine/variables/operator. */
export function holds({ key, operator, value }: Condition): boolean | undefined {
  switch (operator) {
    case 'Equal':
    case 'Equals':
      return key === null || key === undefined ? false : equals(key, value);
    case 'NotEqual':
    case 'NotEquals':
      return key === null || key === undefined ? false : !equals(key, value);
    case 'In':
    case 'AllIn':
      return among(key, value, (keys, is) => keys.every(is));
    case 'AnyIn':
      return among(key, value, (keys, is) => keys.some(is));
    case 'NotIn':
    case 'AllNotIn':
      return among(key, value, (keys, is) => !keys.some(is));
    case 'AnyNotIn':
      return among(key, value, (keys, is) => !keys.every(is));
    default:
      return compared(key, operator, value);
  }
}

function equals(key: unknown, value: unknown): boolean {
  if (typeof key === 'object') return JSON.stringify(sorted(key)) === JSON.stringify(sorted(value));
  if (typeof key === 'boolean') return key === value;
  const durations = asDurations(key, value);
  if (durations) return durations[0] === durations[1];
  if (typeof key === 'number') return typeof value === 'string' ? Number(value) === key && value !== '' : key === value;
  if (typeof value !== 'string') return false;
  const quantity = quantityValue(key);
  if (quantity !== undefined && value !== '') return quantityValue(value) === quantity;
  return matchesWildcard(value, key as string);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, sorted(v)]),
  );
}

/** Both as seconds, where at least one is a duration and the other may be one. */
function asDurations(key: unknown, value: unknown): readonly [number, number] | undefined {
  const read = (x: unknown) => (typeof x === 'string' && x !== '0' ? goDurationSeconds(x) : undefined);
  const [a, b] = [read(key), read(value)];
  if (a === undefined && b === undefined) return undefined;
  const [left, right] = [
    a ?? (typeof key === 'number' ? key : undefined),
    b ?? (typeof value === 'number' ? value : undefined),
  ];
  return left === undefined || right === undefined ? undefined : [left, right];
}

function among(
  key: unknown,
  value: unknown,
  decide: (keys: readonly string[], is: (key: string) => boolean) => boolean,
): boolean {
  if (key === null || key === undefined || (typeof key === 'object' && !Array.isArray(key))) return false;
  const keys = (Array.isArray(key) ? key : [key]).map(shown);
  if (Array.isArray(value)) return decide(keys, isOneOf(value.map(shown)));
  if (typeof value === 'number' || typeof value === 'boolean')
    return Array.isArray(key) && decide(keys, isOneOf([shown(value)]));
  if (typeof value !== 'string') return false;
  if (isRange(value)) return decide(keys, (each) => matchesScalar(each, value));
  const listed = readList(value);
  if (listed === undefined) return false;
  return decide(keys, isOneOf(listed));
}

const shown = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value));

/** Wildcards count on both sides. */
const isOneOf = (values: readonly string[]) => (key: string) =>
  values.some((value) => matchesWildcard(value, key) || matchesWildcard(key, value));

/** A text may be a list in JSON. */
function readList(text: string): string[] | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) && read.every((item) => typeof item === 'string') ? read : undefined;
  } catch {
    return [text];
  }
}

const COMPARE: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  GreaterThan: (a, b) => a > b,
  GreaterThanOrEquals: (a, b) => a >= b,
  LessThan: (a, b) => a < b,
  LessThanOrEquals: (a, b) => a <= b,
};

function compared(key: unknown, operator: string, value: unknown): boolean | undefined {
  const compare = COMPARE[operator.replace(/^Duration/, '')];
  if (!compare) return undefined;
  if (operator.startsWith('Duration')) {
    const read = (x: unknown) => (typeof x === 'number' ? x : typeof x === 'string' ? goDurationSeconds(x) : undefined);
    return both(read(key), read(value), compare);
  }
  const durations = asDurations(key, value);
  if (durations) return compare(...durations);
  if (typeof key === 'string' && typeof value === 'string') {
    const [a, b] = [quantityValue(key), quantityValue(value)];
    return a !== undefined && b !== undefined ? compare(a, b) : both(version(key), version(value), compare);
  }
  const read = (x: unknown) => (typeof x === 'number' ? x : typeof x === 'string' && x !== '' ? Number(x) : Number.NaN);
  return compare(read(key), read(value));
}

const both = (a: number | undefined, b: number | undefined, compare: (a: number, b: number) => boolean) =>
  a !== undefined && b !== undefined && compare(a, b);

/** A version as one number; releases only. */
function version(text: string): number | undefined {
  const match = /^(\d+)\.(\d+)\.(\d+)$/.exec(text);
  return match ? Number(match[1]) * 1e12 + Number(match[2]) * 1e6 + Number(match[3]) : undefined;
}
