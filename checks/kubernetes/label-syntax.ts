import type { Entry } from '../../fleet/model';
import { isDnsSubdomain } from '../../fleet/names';
import { describe } from '../../fleet/object';
import { podsOf } from '../pod-specs';
import type { Report, Rule } from '../rule';

const NAME = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

export const labelSyntax: Rule = {
  id: 'kubernetes/label-syntax',
  holds: 'labels and annotation keys are what the API server takes',
  effect: 'The API server refuses the object, and the whole sync fails.',
  source: 'kubernetes v1.36, apimachinery/pkg/util/validation: IsQualifiedName, IsValidLabelValue',
  check(cluster, report) {
    for (const entry of cluster.entries) checkLabels(entry, entry.object.metadata.labels, 'metadata.labels', report);
    for (const entry of cluster.annotated) {
      const { annotations = {} } = entry.object.metadata;
      for (const key in annotations) {
        const wrong = keyProblem(key);
        if (wrong) report(entry, problem(entry, `metadata.annotations`, key, wrong));
        const value: unknown = annotations[key];
        if (typeof value !== 'string') report(entry, notText(entry, 'annotation', 'metadata.annotations', key, value));
      }
    }
    for (const pods of podsOf(cluster)) {
      if (pods.at !== 'spec') {
        checkLabels(pods.entry, pods.labels, `${pods.at.slice(0, -'.spec'.length)}.metadata.labels`, report);
      }
    }
  },
};

function checkLabels(entry: Entry, labels: Readonly<Record<string, string>> | undefined, at: string, report: Report) {
  for (const key in labels) {
    const value: unknown = labels[key];
    const wrong = keyProblem(key);
    if (wrong) report(entry, problem(entry, at, key, wrong));
    if (typeof value !== 'string') {
      report(entry, notText(entry, 'label', at, key, value));
    } else if (value !== '' && !isValue(value)) {
      report(entry, {
        message: `${describe(entry.object)}: label ${key} has the value "${value}".`,
        fix: 'At most 63 letters, digits, dashes, dots and underscores, with a letter or digit first and last; longer text belongs into an annotation.',
        section: `${at}.${key}`,
      });
    }
  }
}

/** Keys that were looked at: a fleet has few different ones, and very often. */
const problems = new Map<string, string>();

function keyProblem(key: string): string | undefined {
  const known = problems.get(key);
  if (known !== undefined) return known === '' ? undefined : known;
  const found = findProblem(key);
  problems.set(key, found ?? '');
  return found;
}

/** Values that were looked at and are right: the same stand in many places. */
const values = new Set<string>();

function isValue(value: string): boolean {
  if (values.has(value)) return true;
  const valid = NAME.test(value);
  if (valid && values.size < 10_000) values.add(value);
  return valid;
}

function findProblem(key: string): string | undefined {
  const parts = key.split('/');
  if (parts.length > 2) return 'has more than one slash';
  const [prefix, name] = parts.length === 2 ? parts : [undefined, parts[0]];
  if (prefix !== undefined && !isDnsSubdomain(prefix)) return `has the prefix "${prefix}", which is no domain`;
  return NAME.test(name ?? '') ? undefined : `has the name "${name}"`;
}

function problem(entry: Entry, at: string, key: string, wrong: string) {
  return {
    message: `${describe(entry.object)}: the key "${key}" in ${at} ${wrong}.`,
    fix: 'Use [domain/]name, the name of at most 63 letters, digits, dashes, dots and underscores.',
    section: `${at}.${key}`,
  };
}

function notText(entry: Entry, what: string, at: string, key: string, value: unknown) {
  return {
    message: `${describe(entry.object)}: ${what} ${key} is ${JSON.stringify(value)}, not a string.`,
    fix: `Write it in quotes: '${String(value)}'.`,
    section: `${at}.${key}`,
  };
}
