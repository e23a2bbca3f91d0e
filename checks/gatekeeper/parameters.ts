import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import { constraintsOf, type Schema, TEMPLATE, type TemplateSpec } from './shapes';

export const parameters: Rule = {
  id: 'gatekeeper/parameters',
  holds: 'a constraint’s parameters fit its template’s schema',
  category: 'schema',
  effect: 'The API server refuses the constraint, or Gatekeeper reads a parameter that is not there.',
  source: 'Gatekeeper v3.23.0, website/docs/constrainttemplates.md: parameters are validated by the template’s schema',
  check(cluster, report) {
    for (const entry of constraintsOf(cluster)) {
      const template = cluster.find(TEMPLATE, undefined, entry.object.kind.toLowerCase());
      const schema = template && specOf<TemplateSpec>(template).crd?.spec?.validation?.openAPIV3Schema;
      if (!schema) continue;
      const { parameters = {} } = specOf<{ parameters?: unknown }>(entry);
      for (const { at, problem, hint = '' } of problemsOf(parameters, schema, 'spec.parameters')) {
        report(entry, {
          message: `${describe(entry.object)}: ${at} ${problem}.${hint}`,
          fix: 'Say what the template’s schema has.',
          section: at,
        });
      }
    }
  },
};

interface Problem {
  readonly at: string;
  readonly problem: string;
  readonly hint?: string;
}

function* problemsOf(value: unknown, schema: Schema, at: string): Iterable<Problem> {
  const { type, properties, items, required = [], minimum = -Infinity, maximum = Infinity, pattern } = schema;
  if (type !== undefined && typeOf(value, type) !== type) {
    yield { at, problem: `is no ${type}` };
    return;
  }
  if (schema.enum && !schema.enum.includes(value)) yield { at, problem: `is none of ${schema.enum.join(', ')}` };
  if (typeof value === 'number' && (value < minimum || value > maximum)) {
    yield { at, problem: `is outside ${minimum} to ${maximum}` };
  }
  if (typeof value === 'string' && pattern !== undefined && !new RegExp(pattern).test(value)) {
    yield { at, problem: `does not match ${pattern}` };
  }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) if (items) yield* problemsOf(item, items, `${at}[${index}]`);
  } else if (typeof value === 'object' && value !== null) {
    const fields = value as Record<string, unknown>;
    for (const key of required) if (!(key in fields)) yield { at: `${at}.${key}`, problem: 'is missing' };
    if (!properties) return;
    const isOpen = schema.additionalProperties !== undefined || schema['x-kubernetes-preserve-unknown-fields'] === true;
    for (const [key, item] of Object.entries(fields)) {
      const known = properties[key];
      if (known) yield* problemsOf(item, known, `${at}.${key}`);
      else if (!isOpen) {
        yield {
          at: `${at}.${key}`,
          problem: 'is no parameter of the template',
          hint: didYouMean(key, Object.keys(properties)),
        };
      }
    }
  }
}

function typeOf(value: unknown, wanted: string): string {
  if (Array.isArray(value)) return 'array';
  if (value === null) return 'null';
  if (typeof value !== 'number') return typeof value;
  return wanted === 'integer' && Number.isInteger(value) ? 'integer' : 'number';
}
