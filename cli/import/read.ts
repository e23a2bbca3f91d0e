import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { type CrdSource, rawUrl } from './crd-source';

/** A CustomResourceDefinition, as far as the import reads it. */
export interface Crd {
  kind: string;
  metadata: { name: string };
  spec: {
    group: string;
    scope: 'Namespaced' | 'Cluster';
    names: { kind: string; plural: string; [key: string]: unknown };
    versions: CrdVersion[];
    [key: string]: unknown;
  };
}

export interface CrdVersion {
  name: string;
  served: boolean;
  storage: boolean;
  schema: { openAPIV3Schema: JsonSchema };
  [key: string]: unknown;
}

/** An OpenAPI schema, as CRDs and the Kubernetes document write it. */
export interface JsonSchema {
  type?: string;
  format?: string;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  required?: string[];
  default?: unknown;
  enum?: unknown[];
  $ref?: string;
  [key: string]: unknown;
}

/** Reads text from a folder laid out as `DIR/<relative>`, or from its public address where no folder is given. */
export async function readText(relative: string, url: string, from: string | undefined): Promise<string> {
  if (from !== undefined) {
    const file = join(from, relative);
    if (!existsSync(file)) throw new Error(`${file} does not exist: --from expects ${relative} below it.`);
    return readFileSync(file, 'utf8');
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`GET ${url}: ${response.status} ${response.statusText}`);
  return response.text();
}

/** Reads a source's wanted CRDs, in the order in which the source names them. */
export async function readCrds(source: CrdSource, from: string | undefined): Promise<Crd[]> {
  const crds: Crd[] = [];
  for (const [name, path] of Object.entries(source.files)) {
    const text = await readText(join(source.system, `${name}.yaml`), rawUrl(source, path), from);
    const documents = loadAll(text) as (Crd | null)[];
    const crd = documents.find((d) => d?.kind === 'CustomResourceDefinition' && d.metadata.name === name);
    if (!crd) throw new Error(`${path} of ${source.system} ${source.tag} holds no CustomResourceDefinition ${name}.`);
    crds.push(crd);
  }
  return crds;
}
