import type { Environment } from '@marcbachmann/cel-js';
import { re2 } from '../../../syntax/re2';

/**
 * Texts: what the library lacks of cel-go's strings extension (v0.26) and of Kubernetes' regex functions (v1.36,
 * apiserver/pkg/cel/library/regex.go).
 */
export function registerStrings(environment: Environment): void {
  environment
    .registerFunction('string.charAt(int): string', (text: string, at: bigint) => text.charAt(Number(at)))
    .registerFunction('string.replace(string, string): string', (text: string, from: string, to: string) =>
      text.replaceAll(from, to),
    )
    .registerFunction(
      'string.replace(string, string, int): string',
      (text: string, from: string, to: string, count: bigint) => {
        let left = count < 0n ? Number.POSITIVE_INFINITY : Number(count);
        return text.replaceAll(from, (found) => (left-- > 0 ? to : found));
      },
    )
    .registerFunction('string.reverse(): string', (text: string) => [...text].reverse().join(''))
    .registerFunction('string.find(string): string', (text: string, regex: string) => findAll(text, regex)[0] ?? '')
    .registerFunction('string.findAll(string): list<string>', findAll)
    .registerFunction('string.findAll(string, int): list<string>', (text: string, regex: string, count: bigint) =>
      count < 0n ? findAll(text, regex) : findAll(text, regex).slice(0, Number(count)),
    )
    .registerFunction('string.format(list): string', format);
}

function findAll(text: string, regex: string): string[] {
  const matcher = re2().compile(regex).matcher(text);
  const found: string[] = [];
  while (matcher.find()) found.push(matcher.group() ?? '');
  return found;
}

function format(text: string, values: readonly unknown[]): string {
  let next = 0;
  return text.replace(/%%|%(?:\.(\d+))?([sdfexXob])/g, (verb, precision: string | undefined, letter: string) => {
    if (verb === '%%') return '%';
    if (next >= values.length) throw new Error(`format() has no value for ${verb}`);
    const value = values[next++];
    if (letter === 's') return shown(value);
    if (letter === 'd') return String(value);
    if (letter === 'f') return Number(value).toFixed(Number(precision ?? 6));
    if (letter === 'e') return Number(value).toExponential(Number(precision ?? 6));
    const text = BigInt(value as bigint).toString({ x: 16, X: 16, o: 8, b: 2 }[letter]);
    return letter === 'X' ? text.toUpperCase() : text;
  });
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`;
  if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
    return `{${Object.entries(value)
      .sort()
      .map(([key, item]) => `${key}: ${shown(item)}`)
      .join(', ')}}`;
  }
  return String(value);
}
