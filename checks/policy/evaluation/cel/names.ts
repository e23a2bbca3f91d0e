import { closest } from '../../../../fleet/did-you-mean';
import { celEnvironment } from './environment';

/** What expressions of Kubernetes and Kyverno may begin with, besides variables that they bind themselves. */
const ROOTS = [
  ...['object', 'oldObject', 'request', 'params', 'variables', 'namespaceObject', 'authorizer', 'namespaces'],
  ...['images', 'attestors', 'attestations', 'exceptions', 'generator', 'resource', 'http', 'globalContext', 'image'],
  ...['Object', 'JSONPatch', 'true', 'false', 'null', 'in', 'cel', 'math', 'sets', 'lists', 'optional', 'google'],
  ...['user', 'time', 'json', 'yaml', 'hash', 'x509', 'random', 'gzip', 'transform', 'format', 'semver', 'lang'],
];
/** Functions that are not registered here, since what they ask is undecidable. */
const FUNCTIONS = ['verifyImageSignatures', 'verifyAttestationSignatures', 'extractPayload', 'Apply', 'check', 'group'];

const TOKEN = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[A-Za-z_]\w*|\.\?|\s+|[\s\S]/g;
/** Variables that a comprehension or a binding makes. */
const BOUND =
  /\b(?:all|exists|exists_one|existsOne|map|filter|transformList|transformMap|sortBy|bind|optMap|optFlatMap)\(\s*(\w+)\s*,\s*(?:(\w+)\s*,)?/g;

/** A name that is nearly, and not quite, one that there is. */
export interface Misspelt {
  readonly name: string;
  readonly meant: string;
}

/** The first misspelt variable or function; names that are like no other may be of a library that is not known here. */
export function misspelt(expression: string): Misspelt | undefined {
  const functions = functionNames();
  const bound = new Set([...expression.matchAll(BOUND)].flatMap(([, first = '', second = '']) => [first, second]));
  const tokens = [...expression.matchAll(TOKEN)].map(([token]) => token).filter((token) => !/^\s+$/.test(token));
  for (const [index, token] of tokens.entries()) {
    if (!/^[A-Za-z_]\w*$/.test(token)) continue;
    const [before, after] = [tokens[index - 1] ?? '', tokens[index + 1] ?? ''];
    const isMember = before === '.' || before === '.?';
    const isCall = after === '(';
    if (after === ':' && (before === '{' || before === ',')) continue;
    const known = isCall ? functions : isMember ? undefined : [...ROOTS, ...functions, ...bound];
    if (known === undefined || known.includes(token)) continue;
    const meant = closest(token, known);
    if (meant !== undefined) return { name: token, meant };
  }
  return undefined;
}

let names: readonly string[] | undefined;

function functionNames(): readonly string[] {
  names ??= [
    ...new Set([
      ...celEnvironment()
        .getDefinitions()
        .functions.map(({ name }) => name),
      ...FUNCTIONS,
    ]),
  ];
  return names;
}
