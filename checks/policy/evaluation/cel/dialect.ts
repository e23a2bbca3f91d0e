/**
 * Rewrites what the library does not take as Kubernetes and Kyverno do:
 * object literals of mutating policies become maps (`Object.spec{replicas: 2}` to `{"replicas": 2}`; the types in front say
 * nothing that the value needs), and `orValue()` is called by a name of our own, since Kyverno allows it on what is no
 * optional too.
 */
export function inDialect(expression: string): string {
  if (!/\b(?:Object|JSONPatch|orValue)\b/.test(expression)) return expression;
  let out = '';
  // What is open: `o` for an object, whose keys are field names, else the bracket itself.
  const open: string[] = [];
  let before = '';
  for (const [token] of expression.matchAll(TOKEN)) {
    const object = OBJECT.test(token);
    const isKey = open.at(-1) === 'o' && (before === '{' || before === ',') && NAME.test(token);
    if (object) {
      open.push('o');
      out += '{';
    } else {
      if ('{[('.includes(token)) open.push(token);
      else if ('}])'.includes(token)) open.pop();
      if (before === '.' && token === 'orValue') out += OR_VALUE;
      else out += isKey ? `"${token}"` : token;
    }
    if (!/^\s+$/.test(token)) before = object ? '{' : token;
  }
  return out;
}

/** The name under which `orValue()` is registered. */
export const OR_VALUE = 'orValueOf';

/** Texts whole, the start of an object, names, white space, any other character. */
const TOKEN =
  /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\b(?:Object|JSONPatch)(?:\.\w+)*\s*\{|[A-Za-z_]\w*|\s+|[\s\S]/g;
const OBJECT = /^(?:Object|JSONPatch)[\w.]*\s*\{$/;
const NAME = /^[A-Za-z_]\w*$/;
