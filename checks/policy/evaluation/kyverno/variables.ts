import { query } from './jmespath/query';

/** A rule that cannot be evaluated for an object: a variable that is not there. Kyverno calls the result an error. */
export class RuleError extends Error {}

const VARIABLE = /(^|[^\\])(\{\{(?:\{[^{}]*\}|[^{}])*\}\})/;

/**
 * A document with its variables filled in. A text that is one variable becomes its value, whatever its type.
 * Source: Kyverno v1.19, pkg/engine/variables.
 * @throws RuleError for a variable that is not there
 */
export function substitute(document: unknown, context: object): unknown {
  if (typeof document === 'string') return inText(document, context);
  if (Array.isArray(document)) return document.map((item) => substitute(item, context));
  if (typeof document !== 'object' || document === null) return document;
  return Object.fromEntries(
    Object.entries(document).map(([key, item]) => [String(inText(key, context)), substitute(item, context)]),
  );
}

function inText(text: string, context: object): unknown {
  let filled = text;
  // The innermost first: one variable's value may be part of another's expression.
  for (let match = VARIABLE.exec(filled); match; match = VARIABLE.exec(filled)) {
    const [whole, before = '', variable = ''] = match;
    const value = resolve(variable.slice(2, -2).trim(), context);
    if (filled === variable) return value;
    const shown = typeof value === 'string' ? value : JSON.stringify(value);
    filled = filled.replace(whole, () => before + shown);
  }
  return filled.replaceAll('\\{{', '{{');
}

/** Fields of fields, and nothing else. */
const PATH = /^[^[\](){}|&@?]+$/;

function resolve(expression: string, context: object): unknown {
  const value = query(expression, context);
  // A field that is not there is an error; a projection or an alternative of such a field is nothing.
  if ((value === null || value === undefined) && PATH.test(expression)) {
    throw new RuleError(`the variable {{ ${expression} }} is not there`);
  }
  return value;
}
