import { apiResources, type OpenApiDocument } from './generate-kubernetes';
import { header } from './header';
import type { Crd } from './read';

/**
 * The table of kinds: plural, scope and served versions, for every built-in kind and every imported CRD.
 * cdk8s puts the chart's namespace on cluster-scoped objects too (cdk8s-team/cdk8s#1558), hence the scopes.
 */
export function generateKinds(document: OpenApiDocument, crds: readonly Crd[], sources: string): string {
  const kinds = new Map<string, { plural: string; namespaced: boolean; versions: string[] }>();
  for (const resource of apiResources(document)) {
    const key = resource.group === '' ? resource.kind : `${resource.group}/${resource.kind}`;
    const known = kinds.get(key);
    if (known) known.versions.push(resource.version);
    else kinds.set(key, { plural: resource.plural, namespaced: resource.namespaced, versions: [resource.version] });
  }
  for (const { spec } of crds) {
    kinds.set(`${spec.group}/${spec.names.kind}`, {
      plural: spec.names.plural,
      namespaced: spec.scope === 'Namespaced',
      versions: spec.versions.filter((v) => v.served).map((v) => v.name),
    });
  }
  const rows = [...kinds.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, k]) => {
      const versions = k.versions.map((v) => `'${v}'`).join(', ');
      return `  '${key}': { plural: '${k.plural}', namespaced: ${k.namespaced}, versions: [${versions}] },\n`;
    });
  return `${header(sources)}import type { KindFacts } from '../fleet/kinds';\nexport const kinds: Readonly<Record<string, KindFacts>> = {\n${rows.join('')}};\n`;
}
