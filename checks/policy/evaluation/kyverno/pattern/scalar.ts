import { goDurationSeconds } from '../../../../syntax/duration';
import { quantityValue } from '../../../../syntax/quantity';
import { matchesWildcard } from '../wildcard';

/**
 * Whether a value is as a pattern's scalar wants it. Texts know alternatives (`|`), which are split before `&`, comparisons
 * (`>`, `>=`, `<`, `<=`, `!`) and ranges (`a-b`, `a!-b`); both sides are compared as durations, else as quantities, else as
 * texts with wildcards. Source: Kyverno v1.19, pkg/engine/pattern.
 */
export function matchesScalar(value: unknown, pattern: unknown): boolean {
  if (pattern === null || pattern === undefined) return isNothing(value);
  if (typeof pattern === 'boolean') return value === pattern;
  if (typeof pattern === 'number') return numberOf(value) === pattern;
  if (typeof pattern !== 'string') return false;
  if (value === pattern) return true;
  return pattern.split('|').some((either) => either.split('&').every((part) => matchesPart(value, part.trim())));
}

const isNothing = (value: unknown) =>
  value === null || value === undefined || value === 0 || value === '' || value === false;

function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^[-+]?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

export type Comparison = '' | '!' | '>' | '>=' | '<' | '<=';

const NUMBER = String.raw`[-|+]?\d+(?:\.\d+)?[A-Za-z]*`;
const RANGE = new RegExp(`^(${NUMBER})-(${NUMBER})$`);
const OUTSIDE = new RegExp(`^(${NUMBER})!-(${NUMBER})$`);

/** True for `1-10` and the like. */
export const isRange = (text: string) => RANGE.test(text);

function matchesPart(value: unknown, part: string): boolean {
  const operator = part.length < 2 ? '' : (/^(?:>=|<=|>|<|!)/.exec(part)?.[0] ?? '');
  if (operator === '') {
    const outside = OUTSIDE.exec(part);
    if (outside) return matchesPart(value, `<${outside[1]}`) || matchesPart(value, `>${outside[2]}`);
    const range = RANGE.exec(part);
    if (range) return matchesPart(value, `>=${range[1]}`) && matchesPart(value, `<=${range[2]}`);
  }
  return compare(value, part.slice(operator.length).trim(), operator as Comparison);
}

function compare(value: unknown, pattern: string, operator: Comparison): boolean {
  const text = typeof value === 'string' ? value : value === null || value === undefined ? '0' : numeric(value);
  if (text !== undefined) {
    for (const read of [goDurationSeconds, quantityValue]) {
      const [wanted, given] = [read(pattern), read(text)];
      if (wanted !== undefined && given !== undefined) return holds(given, operator, wanted);
    }
  }
  if ((operator !== '' && operator !== '!') || value === null || typeof value === 'object' || value === undefined)
    return false;
  return matchesWildcard(pattern, String(value)) === (operator === '');
}

const numeric = (value: unknown) => (typeof value === 'number' ? String(value) : undefined);

function holds(given: number, operator: Comparison, wanted: number): boolean {
  switch (operator) {
    case '':
      return given === wanted;
    case '!':
      return given !== wanted;
    case '>':
      return given > wanted;
    case '>=':
      return given >= wanted;
    case '<':
      return given < wanted;
    case '<=':
      return given <= wanted;
  }
}
