import { header } from './header';
import { kubernetes, typedVersions } from './kubernetes-source';
import type { JsonSchema } from './read';
import { isNewerField, isNewerKind } from './since';

/** The Kubernetes OpenAPI v2 document, as far as the import reads it. */
export interface OpenApiDocument {
  definitions: Record<string, JsonSchema>;
  paths: Record<string, Record<string, { 'x-kubernetes-action'?: string; 'x-kubernetes-group-version-kind'?: Gvk }>>;
}

export interface Gvk {
  group: string;
  version: string;
  kind: string;
}

/** A kind that the API server stores: where it is, and whether it lives in a namespace. */
export interface ApiResource extends Gvk {
  plural: string;
  namespaced: boolean;
}

/** Every kind that can be created at a path of its own. */
export function apiResources(document: OpenApiDocument): ApiResource[] {
  const found = new Map<string, ApiResource>();
  for (const [path, operations] of Object.entries(document.paths)) {
    const gvk = operations['post']?.['x-kubernetes-group-version-kind'];
    const plural = /\/([a-z]+)$/.exec(path)?.[1];
    if (!gvk || !plural || operations['post']?.['x-kubernetes-action'] !== 'post') continue;
    const namespaced = path.includes('/namespaces/{namespace}/');
    // Pods are also created through subresources such as pods/{name}/binding: those end in another plural.
    if (path.includes('{name}/')) continue;
    const key = `${apiVersionOf(gvk)}/${gvk.kind}`;
    if (!found.has(key) || namespaced) found.set(key, { ...gvk, plural, namespaced });
  }
  return [...found.values()].sort((a, b) => compare(keyOf(a), keyOf(b)));
}

/** TypeScript interfaces for the built-in kinds, without their prose and without what came after the oldest version. */
export function generateKubernetes(document: OpenApiDocument): string {
  const roots = apiResources(document)
    .filter((r) => typedVersions.has(apiVersionOf(r)) && !isNewerKind(keyOf(r), kubernetes.oldest))
    .map((r) => definitionOf(document, r));
  const interfaces = new Map<string, string>();
  const owners = new Map<string, string>();
  const queue = roots.map(([name]) => name);
  const gvks = new Map(roots);
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    const short = shortName(name);
    const owner = owners.get(short) ?? name;
    if (owner !== name) throw new Error(`${owner} and ${name} would both be ${short}: add it to AMBIGUOUS.`);
    owners.set(short, name);
    if (interfaces.has(short)) continue;
    interfaces.set(short, interfaceOf(name, document, gvks.get(name), queue));
  }
  const body = [...interfaces.entries()].sort(([a], [b]) => compare(a, b)).map(([, text]) => text);
  const source = `the Kubernetes ${kubernetes.release} OpenAPI document (fields of ${kubernetes.oldest})`;
  return `${header(source)}${body.join('')}`;
}

function interfaceOf(name: string, document: OpenApiDocument, gvk: Gvk | undefined, queue: string[]): string {
  const schema = document.definitions[name];
  if (!schema) throw new Error(`The Kubernetes document has no definition ${name}.`);
  const required = new Set(schema.required);
  const lines: string[] = [];
  for (const [field, value] of Object.entries(schema.properties ?? {})) {
    // Written by the API server and its controllers, never by a manifest in git.
    if ((gvk && field === 'status') || isNewerField(name, field, kubernetes.oldest)) continue;
    if (gvk && (field === 'apiVersion' || field === 'kind')) continue;
    const optional = required.has(field) ? '' : '?';
    lines.push(`  readonly ${safeKey(field)}${optional}: ${typeOf(value, queue)};\n`);
  }
  if (gvk) lines.unshift(`  readonly apiVersion: '${apiVersionOf(gvk)}';\n  readonly kind: '${gvk.kind}';\n`);
  return `export interface ${shortName(name)} {\n${lines.join('')}}\n`;
}

function typeOf(schema: JsonSchema, queue: string[]): string {
  if (schema.$ref) {
    const name = schema.$ref.replace('#/definitions/', '');
    const scalar = SCALARS[shortName(name)];
    if (scalar) return scalar;
    queue.push(name);
    return shortName(name);
  }
  if (schema.type === 'array') return `readonly ${wrap(typeOf(schema.items ?? {}, queue))}[]`;
  if (schema.type === 'object') {
    const values = schema.additionalProperties;
    return `{ readonly [key: string]: ${typeof values === 'object' ? typeOf(values, queue) : 'unknown'} }`;
  }
  if (schema.type === 'integer' || schema.type === 'number') return 'number';
  if (schema.type === 'string' && schema.format === 'int-or-string') return 'number | string';
  if (schema.type === 'string' || schema.type === 'boolean') return schema.type;
  return 'unknown';
}

/** Definitions that are scalars on the wire. */
const SCALARS: Readonly<Record<string, string>> = {
  IntOrString: 'number | string',
  Quantity: 'string',
  Time: 'string',
  MicroTime: 'string',
  RawExtension: '{ readonly [key: string]: unknown }',
  JSON: 'unknown',
  FieldsV1: '{ readonly [key: string]: unknown }',
};

function definitionOf(document: OpenApiDocument, gvk: Gvk): [string, Gvk] {
  for (const [name, schema] of Object.entries(document.definitions)) {
    const gvks = schema['x-kubernetes-group-version-kind'] as Gvk[] | undefined;
    if (gvks?.length === 1 && gvks[0] && keyOf(gvks[0]) === keyOf(gvk)) return [name, gvk];
  }
  throw new Error(`The Kubernetes document has no definition of ${keyOf(gvk)}.`);
}

/** `io.k8s.api.apps.v1.Deployment` → `Deployment`; webhooks' ServiceReference and the like keep their group. */
function shortName(name: string): string {
  const parts = name.split('.');
  const last = parts[parts.length - 1] ?? name;
  return AMBIGUOUS.has(last) ? `${capital(parts[parts.length - 3] ?? '')}${last}` : last;
}

/** Names that several API groups use. */
const AMBIGUOUS = new Set(['ServiceReference', 'Subject', 'TokenRequest']);

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const wrap = (type: string) => (type.includes(' ') ? `(${type})` : type);
const safeKey = (key: string) => (/^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? key : `'${key}'`);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
export const apiVersionOf = (gvk: Gvk) => (gvk.group === '' ? gvk.version : `${gvk.group}/${gvk.version}`);
const keyOf = (gvk: Gvk) => `${apiVersionOf(gvk)}/${gvk.kind}`;
