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
    let entry: Entry | undefined;
    let prefix = '';
    const found: Found = (value, known, way) => {
      if (entry) tell(entry, value, known, `${prefix}${pathOf(way)}`, report);
    };
    for (const pods of podsOf(cluster)) {
      entry = pods.entry;
      prefix = `${pods.at}.`;
      walk(pods.spec, POD, [], found);
    }
    prefix = '';
    for (const [kind, values] of KINDS) {
      for (entry of cluster.ofKind(kind)) walk(entry.object, values, [], found);
    }
    for (const namespace of cluster.ofKind('Namespace')) {
      for (const mode of POD_SECURITY_MODES) {
        const label = `pod-security.kubernetes.io/${mode}`;
        const level = namespace.object.metadata.labels?.[label];
        if (level !== undefined && !POD_SECURITY_LEVELS.includes(level))
          tell(namespace, level, POD_SECURITY_LEVELS, `metadata.labels["${label}"]`, report);
      }
    }
  },
};

/** What fields below a value can say: one look at an object for all of them. */
interface Values {
  readonly known?: readonly string[];
  readonly fields: readonly (readonly [name: string, below: Values])[];
  readonly items?: Values;
}

const POD = valuesOf(POD_VALUES);
const KINDS = Object.entries(KIND_VALUES).map(([kind, values]) => [kind, valuesOf(values)] as const);

/** Paths as a tree: `spec.ports[].protocol`. */
function valuesOf(paths: Readonly<Record<string, readonly string[]>>): Values {
  const own = paths[''];
  const below = new Map<string, Record<string, readonly string[]>>();
  for (const [path, known] of Object.entries(paths)) {
    const [, name, rest = ''] = /^\.?([^.[]+|\[\])(.*)$/.exec(path) ?? [];
    if (name !== undefined) below.set(name, { ...below.get(name), [rest]: known });
  }
  const items = below.get('[]');
  below.delete('[]');
  return {
    ...(own && { known: own }),
    fields: [...below].map(([name, more]) => [name, valuesOf(more)]),
    ...(items && { items: valuesOf(items) }),
  };
}

type Found = (value: string, known: readonly string[], way: readonly (string | number)[]) => void;

/** Finds values that are none of what is known. */
function walk(value: unknown, { known, fields, items }: Values, way: (string | number)[], found: Found): void {
  if (value === undefined || value === null) return;
  if (known !== undefined) {
    if (typeof value === 'string' && !known.includes(value)) found(value, known, way);
  } else if (items !== undefined) {
    if (!Array.isArray(value)) return;
    for (let i = 0; i < value.length; i++) {
      way.push(i);
      walk(value[i], items, way, found);
      way.pop();
    }
  } else if (typeof value === 'object') {
    for (const [name, below] of fields) {
      const inner = (value as Record<string, unknown>)[name];
      if (inner === undefined) continue;
      way.push(name);
      walk(inner, below, way, found);
      way.pop();
    }
  }
}

/** The way to a field as a text. */
const pathOf = (way: readonly (string | number)[]) =>
  way
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');

function tell(entry: Entry, value: string, values: readonly string[], at: string, report: Report): void {
  const known = values.filter(Boolean);
  report(entry, {
    message: `${describe(entry.object)}: ${at} is "${value}".${didYouMean(value, known)}`,
    fix: `One of ${known.join(', ')}.`,
    section: at,
  });
}
