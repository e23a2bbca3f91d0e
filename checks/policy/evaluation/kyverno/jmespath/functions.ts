import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { load as parseYaml } from 'js-yaml';
import { selects } from '../../../../label-selector';
import { re2 } from '../../../../syntax/re2';
import { parseImage } from '../../image';
import { Undecidable } from '../../verdict';
import { matchesWildcard } from '../wildcard';
import { arithmetic, type Operation } from './arithmetic';
import { timeFunctions } from './time';

type Jmespath = typeof import('@jmespath-community/jmespath');
type Arguments = readonly unknown[];
export type Functions = Readonly<
  Record<string, readonly [count: number, run: (args: Arguments) => unknown, optional?: number]>
>;

const text = (value: unknown) => (typeof value === 'string' ? value : String(value));
const unknown = (what: string) => () => {
  throw new Undecidable(`asks ${what}`);
};
const hash = (algorithm: string) => (args: Arguments) => createHash(algorithm).update(text(args[0])).digest('hex');
const calculate = (operation: Operation) => (args: Arguments) => arithmetic(args[0], operation, args[1]);

/** What Kyverno adds to JMESPath, with the count of arguments. Source: Kyverno v1.19, pkg/engine/jmespath/functions.go. */
const FUNCTIONS: Functions = {
  compare: [2, ([a, b]) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0)],
  equal_fold: [2, ([a, b]) => text(a).toLowerCase() === text(b).toLowerCase()],
  replace: [4, ([s, from, to, count]) => replaced(text(s), text(from), text(to), Number(count))],
  replace_all: [3, ([s, from, to]) => text(s).replaceAll(text(from), text(to))],
  to_upper: [1, ([s]) => text(s).toUpperCase()],
  to_lower: [1, ([s]) => text(s).toLowerCase()],
  trim: [2, ([s, cut]) => trimmed(text(s), text(cut))],
  trim_prefix: [2, ([s, prefix]) => (text(s).startsWith(text(prefix)) ? text(s).slice(text(prefix).length) : s)],
  split: [2, ([s, by]) => text(s).split(text(by))],
  regex_match: [2, ([regex, s]) => re2().compile(text(regex)).matcher(text(s)).find()],
  regex_replace_all: [3, ([regex, s, to]) => re2().compile(text(regex)).matcher(text(s)).replaceAll(text(to))],
  regex_replace_all_literal: [
    3,
    ([regex, s, to]) => re2().compile(text(regex)).matcher(text(s)).replaceAll(text(to).replaceAll('$', '\\$')),
  ],
  pattern_match: [2, ([pattern, s]) => matchesWildcard(text(pattern), text(s))],
  label_match: [2, ([wanted, labels]) => selects({ matchLabels: wanted as Labels }, labels as Labels)],
  to_boolean: [1, ([s]) => ({ true: true, false: false })[text(s).toLowerCase()] ?? null],
  add: [2, calculate('+')],
  subtract: [2, calculate('-')],
  multiply: [2, calculate('*')],
  divide: [2, calculate('/')],
  modulo: [2, calculate('%')],
  round: [2, ([x, digits]) => Number(Number(x).toFixed(Number(digits)))],
  base64_decode: [1, ([s]) => Buffer.from(text(s), 'base64').toString('utf8')],
  base64_encode: [1, ([s]) => Buffer.from(text(s)).toString('base64')],
  path_canonicalize: [1, ([s]) => posix.normalize(text(s)).replace(/(.)\/$/, '$1')],
  truncate: [2, ([s, length]) => text(s).slice(0, Number(length))],
  parse_json: [1, ([s]) => JSON.parse(text(s))],
  parse_yaml: [1, ([s]) => parseYaml(text(s))],
  lookup: [2, ([all, key]) => (all as Record<string, unknown> | null)?.[text(key)] ?? null],
  items: [
    3,
    ([map, key, value]) => Object.entries(map as object).map(([k, v]) => ({ [text(key)]: k, [text(value)]: v })),
  ],
  object_from_lists: [
    2,
    ([keys, values]) => Object.fromEntries((keys as string[]).map((key, i) => [key, (values as unknown[])[i] ?? null])),
  ],
  image_normalize: [1, ([s]) => normalized(text(s))],
  sha256: [1, hash('sha256')],
  sha1: [1, hash('sha1')],
  md5: [1, hash('md5')],
  random: [1, unknown('for something random')],
  x509_decode: [1, unknown('for what is in a certificate')],
  is_external_url: [1, unknown('the name server')],
  semver_compare: [2, unknown('how versions compare by semver_compare(), which is not understood here')],
  ...timeFunctions,
};

type Labels = Readonly<Record<string, string>>;

/** Registers Kyverno's functions. */
export function registerFunctions({ registerFunction, TYPE_ANY }: Jmespath): void {
  for (const [name, [count, run, optional = 0]] of Object.entries(FUNCTIONS)) {
    const signature = Array.from({ length: count }, (_, i) => ({
      types: [TYPE_ANY],
      ...(i >= count - optional ? { optional: true } : {}),
    }));
    registerFunction(name, run as never, signature as never, { override: true, warn: false } as never);
  }
}

function replaced(s: string, from: string, to: string, count: number): string {
  let left = count < 0 ? Number.POSITIVE_INFINITY : count;
  return s.replaceAll(from, (found) => (left-- > 0 ? to : found));
}

function trimmed(s: string, cut: string): string {
  let [from, to] = [0, s.length];
  while (from < to && cut.includes(s.charAt(from))) from++;
  while (to > from && cut.includes(s.charAt(to - 1))) to--;
  return s.slice(from, to);
}

function normalized(image: string): string {
  const parts = parseImage(image);
  if (!parts) return image;
  const { registry, repository, tag, digest } = parts;
  return `${registry}/${repository}${digest ? `@${digest}` : `:${tag ?? 'latest'}`}`;
}
