import { KIND_VALUES, POD_SECURITY_LEVELS, POD_SECURITY_MODES, POD_VALUES } from '../../facts/kubernetes-values';
import { didYouMean } from '../../fleet/did-you-mean';
import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import { podsOf } from '../pod-specs';
import type { Report, Rule } from '../rule';

export const fieldValue: Rule = {
  id: 'kubernetes/field-value',
  holds: 'a field of a built-in kind says what it can say',
  category: 'schema',
  effect: 'The API server refuses the object, and the whole sync fails.',
  source: 'kubernetes v1.36, pkg/apis/*/validation: the values that a field can have',
  check(cluster, report) {
    for (const { entry, spec, at } of podsOf(cluster)) {
      for (const place of POD_PLACES) checkPlace(entry, spec, place, `${at}.`, report);
    }
    for (const [kind, places] of KIND_PLACES) {
      for (const entry of cluster.ofKind(kind)) {
        for (const place of places) checkPlace(entry, entry.object, place, '', report);
      }
    }
    for (const entry of cluster.ofKind('Namespace')) {
      for (const mode of POD_SECURITY_MODES) {
        const label = `pod-security.kubernetes.io/${mode}`;
        const level = entry.object.metadata.labels?.[label];
        if (level !== undefined) tell(entry, level, POD_SECURITY_LEVELS, `metadata.labels["${label}"]`, report);
      }
    }
  },
};

/** A field's path in steps, and what it can say. */
interface Place {
  readonly steps: readonly string[];
  readonly values: readonly string[];
}

const placesOf = (values: Readonly<Record<string, readonly string[]>>): Place[] =>
  Object.entries(values).map(([path, known]) => ({ steps: path.split(/\.|(?=\[\])/), values: known }));

const POD_PLACES = placesOf(POD_VALUES);
const KIND_PLACES = Object.entries(KIND_VALUES).map(([kind, values]) => [kind, placesOf(values)] as const);

function checkPlace(entry: Entry, root: unknown, { steps, values }: Place, prefix: string, report: Report): void {
  const walk = (value: unknown, step: number, at: string): void => {
    if (value === undefined || value === null) return;
    const next = steps[step];
    if (next === undefined) {
      if (typeof value === 'string') tell(entry, value, values, at, report);
    } else if (next === '[]') {
      if (Array.isArray(value)) for (let i = 0; i < value.length; i++) walk(value[i], step + 1, `${at}[${i}]`);
    } else if (typeof value === 'object') {
      const inner = (value as Record<string, unknown>)[next];
      // Most fields are left out, and a path costs more than a look.
      if (inner !== undefined) walk(inner, step + 1, at === '' || at.endsWith('.') ? `${at}${next}` : `${at}.${next}`);
    }
  };
  walk(root, 0, prefix);
}

function tell(entry: Entry, value: string, values: readonly string[], at: string, report: Report): void {
  if (values.includes(value)) return;
  const known = values.filter(Boolean);
  report(entry, {
    message: `${describe(entry.object)}: ${at} is "${value}".${didYouMean(value, known)}`,
    fix: `One of ${known.join(', ')}.`,
    section: at,
  });
}
