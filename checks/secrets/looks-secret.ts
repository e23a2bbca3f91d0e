/** Shapes that are secrets whatever they are called. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/, 'a private key'],
  [/\bAKIA[0-9A-Z]{16}\b/, 'an AWS access key'],
  [/\bgh[pousr]_[A-Za-z0-9]{36,}\b/, 'a GitHub token'],
  [/\bglpat-[A-Za-z0-9_-]{20,}\b/, 'a GitLab token'],
  [/\bxox[abprs]-[A-Za-z0-9-]{10,}\b/, 'a Slack token'],
  [/\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/, 'a JSON Web Token'],
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]+:[^\s/@]+@/, 'an address with a password'],
];

/** Shorter than any of them. */
const SHORT = 8;

/** Some of it is in every name that NAME takes; it is much faster to look for. */
const HINT = /pass|secret|key|token|credential/i;

/** The same for SHAPES. */
const SHAPE_HINT = /-----BEGIN|AKIA|gh[pousr]_|glpat-|xox|eyJ|:\/\//;

/** Names under which secrets are kept: `password`, `apiKey`, `GRAFANA_TOKEN`. */
const NAME =
  /(?:^|[a-z0-9_.-])(?:password|passwd|passphrase|pass|pgpass|secret[_-]?key|api[_-]?key|access[_-]?key|private[_-]?key|client[_-]?secret|auth[_-]?token|access[_-]?token|bearer[_-]?token|token|credentials?)$/i;

/** Values that stand for something else: references, templates, switches, paths. */
const PLACEHOLDER =
  /^(?:|true|false|null|none|changeme|\$.*|\{\{.*\}\}|<.*>|\/[\w.-]+(?:\/[\w.-]+)*|https?:\/\/[^@]*|\*+)$/i;

/** What a value looks like, if it looks secret: by its shape, or by the name it stands under. */
export function looksSecret(name: string, value: string): string | undefined {
  const shape =
    value.length < SHORT || !SHAPE_HINT.test(value) ? undefined : SHAPES.find(([pattern]) => pattern.test(value));
  if (shape) return shape[1];
  if (!HINT.test(name) || !NAME.test(name) || PLACEHOLDER.test(value)) return undefined;
  return `a ${/pass/i.test(name) ? 'password' : 'secret'}, by its name`;
}

/** Settings in a text, one a line or an argument: `db.password=…`, `password: …`, `--token=…`. */
const SETTING = /(?:^|[{,])[ \t]*(?:- )?["']?(?:--)?([A-Za-z][\w.-]*)["']?\s*[:=]\s*["']?([^\s"',;}]+)/gm;

/** What a text of settings holds that looks secret, with the name it stands under. */
export function secretInText(text: string): { name: string; what: string } | undefined {
  if (!HINT.test(text) && !SHAPE_HINT.test(text)) return undefined;
  for (const [, name = '', value = ''] of text.matchAll(SETTING)) {
    const what = looksSecret(name, value);
    if (what) return { name, what };
  }
  return undefined;
}
