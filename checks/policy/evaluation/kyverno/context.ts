import type { KubeObject } from '../../../../fleet/object';
import type { Container } from '../../../../imports/k8s';
import { podTemplateOf } from '../../../pod-specs';
import { type Admission, requestOf, unknownIn } from '../admission';
import { parseImage } from '../image';
import { query } from './jmespath/query';
import { substitute } from './variables';

/** What the variables of a rule are taken from. */
export type Context = Record<string, unknown>;

/** An entry of a rule's `context`. */
export interface ContextEntry {
  readonly name: string;
  readonly variable?: { readonly value?: unknown; readonly jmesPath?: string; readonly default?: unknown };
  readonly [source: string]: unknown;
}

/** The variables that every rule has. Source: Kyverno v1.19, pkg/engine/context. */
export function contextOf(admission: Admission): Context {
  const known = contexts.get(admission);
  if (known) return known;
  const made = makeContext(admission);
  contexts.set(admission, made);
  return made;
}

/** Every rule of every policy asks for it. */
const contexts = new WeakMap<Admission, Context>();

function makeContext(admission: Admission): Context {
  const { object } = admission;
  const request = requestOf(admission);
  request['object'] = object;
  const context: Context = { request, images: imagesOf(object) };
  for (const name of ['serviceAccountName', 'serviceAccountNamespace'])
    unknownIn(context, name, 'who makes the request');
  unknownIn(request, 'roles', 'who makes the request');
  unknownIn(request, 'clusterRoles', 'who makes the request');
  return context;
}

/** The context with a rule's own variables: those that the running cluster or a registry gives are unknown. */
export function withEntries(context: Context, entries: readonly ContextEntry[] = []): Context {
  const extended = extend(context);
  for (const { name, variable } of entries) {
    if (!variable) {
      unknownIn(extended, name, `for "${name}", which the running cluster or a registry knows`);
      continue;
    }
    const inherited = extend(extended);
    Object.defineProperty(extended, name, {
      configurable: true,
      enumerable: true,
      get: () => variableValue(variable, inherited),
    });
  }
  return extended;
}

/** A copy that still does not ask for what is unknown. */
export function extend(context: Context, more: Context = {}): Context {
  return Object.defineProperties(
    {},
    { ...Object.getOwnPropertyDescriptors(context), ...Object.getOwnPropertyDescriptors(more) },
  ) as Context;
}

function variableValue(
  { value, jmesPath, default: fallback }: NonNullable<ContextEntry['variable']>,
  context: Context,
): unknown {
  const given = value === undefined ? undefined : substitute(value, context);
  if (jmesPath === undefined) return given ?? fallback ?? null;
  const path = String(substitute(jmesPath, context));
  return (
    query(path, value === undefined ? context : given) ??
    (fallback === undefined ? null : substitute(fallback, context))
  );
}

const LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const;
type Images = Record<string, Record<string, object>>;

/** The images of an object's Pods, by list and container. */
function imagesOf(object: KubeObject): Images {
  const { spec } = podTemplateOf(object) ?? {};
  const images: Images = {};
  for (const list of LISTS) {
    const containers = spec?.[list];
    if (!Array.isArray(containers)) continue;
    images[list] = Object.fromEntries(containers.map(({ name, image }: Container) => [name, describe(String(image))]));
  }
  return images;
}

function describe(image: string): object {
  const parts = parseImage(image);
  if (!parts) return {};
  const { registry, digest } = parts;
  // Kyverno keeps the path as written, and says the tag that is meant.
  const path = registry === 'docker.io' ? parts.repository.replace(/^library\//, '') : parts.repository;
  const tag = parts.tag ?? (digest ? '' : 'latest');
  const reference = `${registry}/${path}${tag && `:${tag}`}${digest ? `@${digest}` : ''}`;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return {
    registry,
    path,
    name,
    tag,
    ...(digest ? { digest } : {}),
    reference,
    referenceWithTag: `${registry}/${path}:${tag}`,
  };
}
