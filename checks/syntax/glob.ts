/** Globs as gobwas/glob reads them, which Argo CD uses: `*`, `**`, `?`, `[a-z]`, `{a,b}`. Source: gobwas/glob v0.2.3. */

const SPECIAL = /[*?[{\\]/;
const compiled = new Map<string, RegExp>();

/** Whether a pattern takes more than itself. */
export const isGlob = (pattern: string) => SPECIAL.test(pattern);

/** Whether a text is of a glob. @param separator what `*` and `?` do not take; `**` does */
export function globMatches(pattern: string, text: string, separator = ''): boolean {
  if (!isGlob(pattern)) return pattern === text;
  const key = `${separator}\n${pattern}`;
  const known = compiled.get(key) ?? new RegExp(`^${toPattern(pattern, separator)}$`, 's');
  compiled.set(key, known);
  return known.test(text);
}

function toPattern(pattern: string, separator: string): string {
  const any = separator === '' ? '.' : `[^${separator}]`;
  let out = '';
  let braces = 0;
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern.charAt(i);
    const closing = char === '[' ? pattern.indexOf(']', i) : -1;
    if (char === '*' && pattern.charAt(i + 1) === '*') {
      out += '.*';
      i++;
    } else if (char === '*') out += `${any}*`;
    else if (char === '?') out += any;
    else if (closing > i) {
      out += pattern.slice(i, closing + 1).replace(/^\[!/, '[^');
      i = closing;
    } else if (char === '{') {
      out += '(?:';
      braces++;
    } else if (char === '}' && braces > 0) {
      out += ')';
      braces--;
    } else if (char === ',' && braces > 0) out += '|';
    else if (char === '\\') out += literal(pattern.charAt(++i));
    else out += literal(char);
  }
  return out + ')'.repeat(braces);
}

const literal = (char: string) => char.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
