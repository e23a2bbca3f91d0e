import { fieldsWithValues, valuesOf } from '../../facts/kubernetes-values';
import { apiResources, apiVersionOf, type OpenApiDocument } from './generate-kubernetes';
import { header } from './header';
import type { Crd, JsonSchema } from './read';
import { fieldSince } from './since';

/** A part of a schema as it is stored: structure and bounds, no prose. Parts are named by their place in the list. */
type Part = Record<string, unknown>;

/** Keywords that are stored as they are. */
const KEPT = [
  ...['enum', 'pattern', 'format', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  ...['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties', 'nullable'],
];

/**
 * The schemas of all kinds, a file an API group, and one for the built-in kinds. What several places share is stored once:
 * a CephCluster repeats Kubernetes' own Pod types a dozen times.
 */
export function generateSchemas(
  document: OpenApiDocument,
  crds: readonly Crd[],
  source: (crd: Crd) => string,
): Map<string, string> {
  const files = new Map<string, string>();
  const groups = new Map<string, Crd[]>();
  for (const crd of crds) groups.set(crd.spec.group, [...(groups.get(crd.spec.group) ?? []), crd]);
  for (const [group, members] of groups) {
    const table = new Table();
    for (const { spec } of members) {
      for (const { name, served, schema } of spec.versions) {
        if (served) table.addKind(`${group}/${name}/${spec.names.kind}`, topLevel(schema.openAPIV3Schema));
      }
    }
    const sources = [...new Set(members.map(source))].join(', ');
    files.set(`${group}.schema.jsonc`, `${header(sources)}${table.toString()}\n`);
  }
  const builtIn = new Table(document);
  for (const [definition, field] of fieldsWithValues) {
    if (!document.definitions[definition]?.properties?.[field])
      throw new Error(
        `facts/kubernetes-values.ts has ${definition}.${field}, which the OpenAPI document does not have.`,
      );
  }
  for (const resource of apiResources(document)) {
    const definition = builtIn.definitionOf(resource);
    if (definition) builtIn.addKind(`${apiVersionOf(resource)}/${resource.kind}`, topLevel({ $ref: definition }));
  }
  files.set('k8s.schema.jsonc', `${header('the Kubernetes OpenAPI document')}${builtIn.toString()}\n`);
  return files;
}

/** What rules of their own look at, and what controllers write. */
function topLevel(schema: JsonSchema): JsonSchema {
  return { ...schema, 'x-top-level': true };
}

class Table {
  private readonly parts: Part[] = [];
  private readonly places = new Map<string, number>();
  private readonly byDefinition = new Map<string, number>();
  private readonly kinds: Record<string, number> = {};

  constructor(private readonly document?: OpenApiDocument) {}

  addKind(kind: string, schema: JsonSchema): void {
    this.kinds[kind] = this.add(schema);
  }

  /** The definition of a kind, as a reference. */
  definitionOf({ group, version, kind }: { group: string; version: string; kind: string }): string | undefined {
    for (const [name, schema] of Object.entries(this.document?.definitions ?? {})) {
      const gvks = schema['x-kubernetes-group-version-kind'] as
        | { group: string; version: string; kind: string }[]
        | undefined;
      const [only] = gvks ?? [];
      if (gvks?.length === 1 && only?.group === group && only.version === version && only.kind === kind)
        return `#/definitions/${name}`;
    }
    return undefined;
  }

  toString(): string {
    return JSON.stringify({ kinds: this.kinds, parts: this.parts });
  }

  private add(schema: JsonSchema, definition?: string): number {
    if (schema.$ref)
      return this.addDefinition(schema.$ref.replace('#/definitions/', ''), schema['x-top-level'] === true);
    const part: Part = {};
    if (schema.type) part['type'] = schema.type;
    for (const key of KEPT) if (schema[key] !== undefined) part[key] = schema[key];
    if (schema['x-kubernetes-int-or-string'] || schema.format === 'int-or-string') part['intOrString'] = true;
    if (schema['x-kubernetes-preserve-unknown-fields'] || schema['x-kubernetes-embedded-resource']) part['open'] = true;
    if (schema['x-kubernetes-list-type'] === 'map') part['keys'] = schema['x-kubernetes-list-map-keys'];
    if (schema['x-kubernetes-list-type'] === 'set') part['unique'] = true;
    const skipped = schema['x-top-level'] ? ['apiVersion', 'kind', 'metadata', 'status'] : [];
    const properties = Object.entries(schema.properties ?? {}).filter(([name]) => !skipped.includes(name));
    if (schema.properties) {
      part['fields'] = Object.fromEntries(
        properties.map(([name, field]) => [name, this.add(withValues(field, definition, name))]),
      );
      const newer = properties.flatMap(([name]) => {
        const since = definition && fieldSince(definition, name);
        return since ? [[name, since] as const] : [];
      });
      if (newer.length > 0) part['since'] = Object.fromEntries(newer);
    }
    if (skipped.length > 0) part['skipped'] = skipped;
    // What has a default may be left out.
    const required = (schema.required ?? []).filter(
      (name) => !skipped.includes(name) && schema.properties?.[name]?.default === undefined,
    );
    if (required.length > 0) part['required'] = required;
    if (schema.items) part['items'] = this.add(schema.items);
    if (typeof schema.additionalProperties === 'object') part['values'] = this.add(schema.additionalProperties);
    else if (schema.additionalProperties === true || (schema.type === 'object' && !schema.properties))
      part['open'] = true;
    return this.place(part);
  }

  /** Once for each definition; one that holds itself is open from there on. */
  private addDefinition(name: string, top: boolean): number {
    const known = this.byDefinition.get(name);
    if (known !== undefined && !top) return known;
    const scalar = SCALARS[name.slice(name.lastIndexOf('.') + 1)];
    if (scalar) return this.place(scalar);
    if (!top) this.byDefinition.set(name, this.place({ open: true }));
    const schema = this.document?.definitions[name] ?? {};
    const place = this.add(top ? topLevel(schema) : schema, name);
    if (!top) this.byDefinition.set(name, place);
    return place;
  }

  private place(part: Part): number {
    const key = JSON.stringify(part);
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.parts.length);
    return this.parts.push(part) - 1;
  }
}

/** A field, and what it can say where the document does not tell. */
function withValues(field: JsonSchema, definition: string | undefined, name: string): JsonSchema {
  if (definition === undefined) return field;
  const [own, items] = [valuesOf(definition, name), valuesOf(definition, `${name}[]`)];
  if (items) return { ...field, items: { ...field.items, enum: [...items] } };
  return own ? { ...field, enum: [...own] } : field;
}

/** Definitions that are scalars on the wire, or anything at all. */
const SCALARS: Readonly<Record<string, Part>> = {
  Quantity: { intOrString: true, quantity: true },
  IntOrString: { intOrString: true },
  Time: { type: 'string' },
  MicroTime: { type: 'string' },
  RawExtension: { open: true },
  JSON: { open: true },
  JSONSchemaProps: { open: true },
  JSONSchemaPropsOrBool: { open: true },
  JSONSchemaPropsOrArray: { open: true },
  FieldsV1: { open: true },
};
