import type { Crd, JsonSchema } from './read';

/** What stands for a part of a schema that is cut: any object. */
const ANYTHING: JsonSchema = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };

/**
 * What `cdk8s import` is given of a CRD: served versions only, the storage version first (the first one gets
 * the bare class name), no prose, and the paths in `cut` made opaque.
 * @param wanted the versions, where not all that are served
 */
export function filterCrd(crd: Crd, cut: readonly string[] = ['status'], wanted?: readonly string[]): Crd {
  const versions = crd.spec.versions
    .filter((v) => (wanted ? wanted.includes(v.name) : v.served))
    .sort((a, b) => Number(b.storage) - Number(a.storage))
    .map((v) => ({
      name: v.name,
      served: v.served,
      storage: v.storage,
      schema: { openAPIV3Schema: filterSchema(v.schema.openAPIV3Schema, [], cut.map(parsePath)) },
    }));
  const { group, scope, names } = crd.spec;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: crd.metadata.name },
    spec: { group, scope, names, versions },
  } as Crd;
}

/** `spec.list[].field` as its steps; `[]` is a step of its own. */
function parsePath(path: string): string[] {
  return path.split('.').flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -2), '[]'] : [step]));
}

function filterSchema(schema: JsonSchema, at: readonly string[], cut: readonly string[][]): JsonSchema {
  if (cut.some((steps) => steps.length === at.length && steps.every((s, i) => s === '*' || s === at[i]))) {
    return ANYTHING;
  }
  const out: JsonSchema = {};
  for (const [key, value] of Object.entries(schema)) {
    if (PROSE.has(key)) continue;
    if (key === 'properties') out.properties = filterProperties(schema, at, cut);
    else if (key === 'items') out.items = filterSchema(value as JsonSchema, [...at, '[]'], cut);
    else if (key === 'additionalProperties' && typeof value === 'object') {
      out.additionalProperties = filterSchema(value as JsonSchema, [...at, '{}'], cut);
    } else out[key] = value;
  }
  return out;
}

function filterProperties(schema: JsonSchema, at: readonly string[], cut: readonly string[][]) {
  const entries = Object.entries(schema.properties ?? {});
  // A status is written by controllers, never by a manifest in git.
  const wanted = at.length === 0 ? entries.filter(([name]) => name !== 'status') : entries;
  return Object.fromEntries(wanted.map(([name, value]) => [name, filterSchema(value, [...at, name], cut)]));
}

/** Other people's sentences, and what only the API server evaluates. */
const PROSE = new Set(['description', 'title', 'example', 'externalDocs', 'x-kubernetes-validations']);
