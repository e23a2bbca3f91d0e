import { isValid, isValidCIDR } from 'ipaddr.js';
import { didYouMean } from '../../fleet/did-you-mean';
import type { Part } from './schemas';

type Problem = readonly [message: string, fix: string];

/** What is wrong with a text or a number; undefined where nothing is. */
export function valueProblem(value: string | number | boolean, part: Part): Problem | undefined {
  if (part.enum !== undefined && !part.enum.includes(value)) {
    const known = part.enum.map(String).filter(Boolean);
    return [
      `is ${JSON.stringify(value)}, which is none of its values.${didYouMean(String(value), known)}`,
      `One of ${known.join(', ')}.`,
    ];
  }
  if (typeof value === 'number') return numberProblem(value, part);
  return typeof value === 'string' ? textProblem(value, part) : undefined;
}

function numberProblem(value: number, { minimum, maximum, format }: Part): Problem | undefined {
  if (minimum !== undefined && value < minimum) return [`is ${value}; ${minimum} is the least`, `${minimum} or more.`];
  if (maximum !== undefined && value > maximum) return [`is ${value}; ${maximum} is the most`, `${maximum} or less.`];
  if (format === 'int32' && Math.abs(value) > 2 ** 31)
    return [`is ${value}, too large for the field`, 'Write a smaller number.'];
  return undefined;
}

function textProblem(value: string, part: Part): Problem | undefined {
  const { minLength, maxLength, pattern, format } = part;
  if (minLength !== undefined && value.length < minLength) {
    return [
      value === '' ? 'is empty' : `has ${value.length} characters; ${minLength} are the least`,
      'Say it, or leave the field out.',
    ];
  }
  if (maxLength !== undefined && [...value].length > maxLength) {
    return [`has ${value.length} characters; ${maxLength} are the most`, 'Shorten it.'];
  }
  if (pattern !== undefined && !patternOf(pattern)(value)) {
    return [`is "${value}", which does not fit ${pattern}`, 'Write it as the pattern says.'];
  }
  const wrong = format === undefined ? undefined : FORMATS[format];
  return wrong && !wrong(value) ? [`is "${value}", which is no ${format}`, `Write a ${format}.`] : undefined;
}

const FORMATS: Readonly<Record<string, (value: string) => boolean>> = {
  ipv4: (value) => isValid(value) && !value.includes(':'),
  ipv6: (value) => isValid(value) && value.includes(':'),
  cidr: isValidCIDR,
  'date-time': (value) => !Number.isNaN(Date.parse(value)) && /^\d{4}-\d\d-\d\dT/.test(value),
};

const patterns = new Map<string, (value: string) => boolean>();

/** The API server's patterns are RE2; the few that JavaScript reads otherwise are taken as they are. */
function patternOf(pattern: string): (value: string) => boolean {
  const known = patterns.get(pattern);
  if (known) return known;
  const made = compile(pattern);
  patterns.set(pattern, made);
  return made;
}

function compile(pattern: string): (value: string) => boolean {
  try {
    const expression = new RegExp(pattern.replace(/^\(\?i\)/, ''), pattern.startsWith('(?i)') ? 'iu' : 'u');
    return (value) => expression.test(value);
  } catch {
    // Escapes that the `u` flag refuses.
    const expression = new RegExp(pattern);
    return (value) => expression.test(value);
  }
}
