import { type KubeObject, splitGroupKind } from '../../../../fleet/object';
import { groupBy } from '../../../group-by';
import { POD_TEMPLATES } from '../../../pod-specs';
import type { MutateRule, Rule, ValidateRule } from './rule';
import type { Filter, Selection } from './selection';

/** The kinds that make Pods, with the path of their template. */
const TEMPLATES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(POD_TEMPLATES).map(([groupKind, path]) => [splitGroupKind(groupKind).kind, path]),
);
const ALL = Object.keys(TEMPLATES);
const ANNOTATION = 'pod-policies.kyverno.io/autogen-controllers';

/** A rule, and the one that Kyverno made it from. */
export interface Generated {
  readonly rule: Rule;
  /** The name as written. */
  readonly origin: string;
}

/**
 * A policy's rules with those that Kyverno adds, so that rules for Pods cover their controllers.
 * Source: Kyverno v1.19, pkg/autogen/v1.
 */
export function withAutogen(policy: KubeObject, rules: readonly Rule[]): Generated[] {
  const written = rules.map((rule) => ({ rule, origin: rule.name }));
  const wanted = controllers(policy, rules);
  if (wanted.length === 0) return written;
  const forPods = rules.filter(
    ({ match, exclude }) => takesPods(match) && (kindsOf(exclude).length === 0 || takesPods(exclude)),
  );
  // Those of one path share a rule.
  const groups = groupBy(wanted, (kind) => TEMPLATES[kind] ?? '');
  return [...written, ...forPods.flatMap((rule) => [...groups].map(([path, kinds]) => generate(rule, kinds, path)))];
}

/** The controllers that a policy covers: none where a rule cannot be carried over. */
function controllers({ metadata }: KubeObject, rules: readonly Rule[]): string[] {
  if (!rules.every(isPlain)) return [];
  const said = metadata.annotations?.[ANNOTATION];
  if (said === undefined || said === 'all') return ALL;
  return said
    .split(',')
    .map((kind) => kind.trim())
    .filter((kind) => ALL.includes(kind));
}

function isPlain({ match, exclude, mutate, generate }: Rule): boolean {
  if (generate !== undefined) return false;
  const { patchesJson6902, foreach, patchStrategicMerge } = mutate ?? {};
  if (mutate !== undefined && (patchesJson6902 !== undefined || (!patchStrategicMerge && !foreach))) return false;
  const filters = [...filtersOf(match), ...(exclude ? filtersOf(exclude) : [])];
  return (
    filters.every(({ resources = {} }) => {
      const { kinds = [], name, names, selector, annotations } = resources;
      const picks =
        name !== undefined || (names?.length ?? 0) > 0 || selector !== undefined || annotations !== undefined;
      return !picks && (!kinds.some(isPod) || kinds.every((kind) => isPod(kind) || ALL.includes(bare(kind))));
    }) &&
    !filters.some(({ resources = {} }) => (resources.kinds ?? []).some(isPod) && (resources.kinds ?? []).length > 1)
  );
}

const bare = (kind: string) => kind.slice(kind.lastIndexOf('/') + 1);
const isPod = (kind: string) => bare(kind) === 'Pod';
const filtersOf = (selection: Selection): readonly Filter[] =>
  selection.any?.length ? selection.any : selection.all?.length ? selection.all : [selection];
const kindsOf = (selection: Selection | undefined) =>
  selection ? filtersOf(selection).flatMap(({ resources }) => resources?.kinds ?? []) : [];
const takesPods = (selection: Selection | undefined) => kindsOf(selection).some(isPod);

function generate(rule: Rule, kinds: readonly string[], path: string): Generated {
  const { validate, mutate, match, exclude, ...rest } = rule;
  const keys = path.split('.');
  const prefix = kinds.includes('CronJob') ? 'autogen-cronjob' : 'autogen';
  const made = {
    ...rest,
    match: ofKinds(match, kinds),
    ...(exclude ? { exclude: ofKinds(exclude, kinds) } : {}),
    ...(validate ? { validate: below(validate, keys) } : {}),
    ...(mutate ? { mutate: mutated(mutate, keys) } : {}),
  };
  return {
    rule: {
      ...(shifted(made, path, validate?.cel !== undefined) as Rule),
      name: `${prefix}-${rule.name}`.slice(0, 63),
    },
    origin: rule.name,
  };
}

function ofKinds(selection: Selection, kinds: readonly string[]): Selection {
  const change = (filter: Filter): Filter =>
    (filter.resources?.kinds ?? []).some(isPod) ? { ...filter, resources: { ...filter.resources, kinds } } : filter;
  if (selection.any?.length) return { ...selection, any: selection.any.map(change) };
  if (selection.all?.length) return { ...selection, all: selection.all.map(change) };
  return change(selection);
}

const wrap = (pattern: unknown, keys: readonly string[]) =>
  keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), pattern);

function below(validate: ValidateRule, keys: readonly string[]): ValidateRule {
  const { pattern, anyPattern } = validate;
  return {
    ...validate,
    ...(pattern === undefined ? {} : { pattern: wrap(pattern, keys) }),
    ...(anyPattern === undefined ? {} : { anyPattern: anyPattern.map((each) => wrap(each, keys)) }),
  };
}

function mutated<M extends MutateRule>(mutate: M, keys: readonly string[]): M {
  const { patchStrategicMerge, foreach } = mutate;
  return {
    ...mutate,
    ...(patchStrategicMerge === undefined ? {} : { patchStrategicMerge: wrap(patchStrategicMerge, keys) }),
    ...(foreach === undefined ? {} : { foreach: foreach.map((each) => mutated(each, keys)) }),
  };
}

/** The text of variables and expressions, rewritten: Kyverno does no more than that. */
function shifted(rule: object, path: string, cel: boolean): object {
  const prefix = cel ? '' : 'request\\.';
  const text = JSON.stringify(rule).replace(
    new RegExp(`(${prefix}(?:object|oldObject))\\.(spec|metadata)`, 'g'),
    (_, object: string, field: string) => `${object}.${path}.${field}`,
  );
  return JSON.parse(text.replaceAll(`object.${path}.metadata.namespace`, 'object.metadata.namespace')) as object;
}
