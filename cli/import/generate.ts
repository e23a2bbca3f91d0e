import { existsSync, readdirSync } from 'node:fs';
import type { CrdSource } from './crd-source';
import { generateCrds } from './generate-crds';
import { generateDefaults } from './generate-defaults';
import { generateKinds } from './generate-kinds';
import { generateKubernetes, type OpenApiDocument } from './generate-kubernetes';
import { generateSchemas } from './generate-schemas';
import { kubernetes } from './kubernetes-source';
import { type Crd, readCrds, readText } from './read';

/**
 * All files of `imports/`, by name.
 * @param from a folder that holds the pinned CRDs; without it they come from their public addresses.
 */
export async function generateImports(from: string | undefined): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const all: Crd[] = [];
  const sources = await crdSources();
  for (const source of sources) {
    const crds = await readCrds(source, from);
    all.push(...crds);
    for (const [name, text] of generateCrds(source, crds)) {
      if (files.has(name)) throw new Error(`Two systems generate imports/${name}: ${source.system} and another.`);
      files.set(name, text);
    }
  }
  const document = JSON.parse(await readText(kubernetes.file, kubernetes.url, from)) as OpenApiDocument;
  const origins = [`Kubernetes ${kubernetes.release}`, ...sources.map((s) => `${s.system} ${s.tag}`)].join(', ');
  const sourceOf = new Map(
    sources.flatMap((s) => Object.keys(s.files).map((name) => [name, `${s.repository} ${s.tag}`])),
  );
  const schemas = generateSchemas(document, all, (crd) => sourceOf.get(crd.metadata.name) ?? '');
  for (const [name, text] of schemas) files.set(name, text);
  files.set('k8s.ts', generateKubernetes(document));
  files.set('kinds.ts', generateKinds(document, all, origins));
  files.set('defaults.ts', generateDefaults(all, sources.map((s) => `${s.system} ${s.tag}`).join(', ')));
  return files;
}

/** Every `constructs/<system>/crds.ts`. */
export async function crdSources(): Promise<CrdSource[]> {
  const systems = readdirSync('constructs').filter((system) => existsSync(`constructs/${system}/crds.ts`));
  const modules = await Promise.all(
    systems
      .sort()
      .map(
        (system) => import(`../../constructs/${system}/crds.ts`) as Promise<{ crds: CrdSource | readonly CrdSource[] }>,
      ),
  );
  return modules.flatMap((module) => module.crds);
}
