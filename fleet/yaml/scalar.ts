/**
 * Strings as YAML scalars that every reader takes for the same string: YAML 1.1 readers (Python, old Go) and
 * 1.2 readers, and sigs.k8s.io/yaml. What is not plainly a word is double-quoted.
 */

/** A word, path, image reference or sentence: starts with a letter, and holds nothing that YAML gives a meaning. */
const PLAIN = /^(?:[A-Za-z]|[_/](?=[A-Za-z0-9_./]))[A-Za-z0-9_./@+=,()-]*(?:(?::(?=[^ ])| )[A-Za-z0-9_./@+=(),-]+)*$/;

/** Quantities and durations: digits first, but no YAML version reads a number into these. */
const QUANTITY = /^[0-9]+(?:Ki|Mi|Gi|Ti|Pi|Ei|m|k|M|G|T|h|s|ms)$/;

/** What YAML 1.1 or 1.2 reads as a boolean or null, in any case. */
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** An exponent without a number: some YAML 1.1 readers make NaN of it. */
const EXPONENT = /^e[-+]?[0-9_]+$/i;

/** What double quotes do not carry as it is: controls, the line breaks of YAML 1.1, byte order marks, lone surrogates. */
const SPECIAL =
  /[\u0000-\u001f"\\\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const ESCAPES: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r' };

/** A string in one line. */
export function scalar(text: string): string {
  if (PLAIN.test(text) ? (text.length > 5 || !RESERVED.test(text)) && !EXPONENT.test(text) : QUANTITY.test(text))
    return text;
  return SPECIAL.test(text) ? quoteSpecial(text) : `"${text}"`;
}

function quoteSpecial(text: string): string {
  return `"${text.replace(new RegExp(SPECIAL, 'g'), escaped)}"`;
}

function escaped(char: string): string {
  return ESCAPES[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * True where a text can be a block literal (`|`) and still read back byte for byte: some readers disagree about
 * leading blanks, blanks at a line's end, and line breaks other than a newline.
 */
export function isBlock(text: string): boolean {
  return text.includes('\n') && /^[^\s]/.test(text) && !/[ \t]\n|[ \t]$/.test(text) && !UNPRINTABLE.test(text);
}

const UNPRINTABLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** A number as both YAML versions read it: 1.1 wants a dot in a float with an exponent. */
export function number(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`${value} has no place in a manifest: JSON knows finite numbers only.`);
  const text = JSON.stringify(value);
  return /^-?[0-9]+e/.test(text) ? text.replace('e', '.0e') : text;
}
