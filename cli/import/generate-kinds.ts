import { apiResources, apiVersionOf, type OpenApiDocument } from './generate-kubernetes';
import { header } from './header';
import type { Crd } from './read';
import { kindSince } from './since';

/**
 * The table of kinds: plural, scope and served versions, for every built-in kind and every imported CRD.
 * cdk8s puts the chart's namespace on cluster-scoped objects too (cdk8s-team/cdk8s#1558), hence the scopes.
 */
export function generateKinds(document: OpenApiDocument, crds: readonly Crd[], sources: string): string {
  const kinds = new Map<string, { plural: string; namespaced: boolean; versions: string[]; since?: string[] }>();
  for (const resource of apiResources(document)) {
    const key = resource.group === '' ? resource.kind : `${resource.group}/${resource.kind}`;
    const known = kinds.get(key);
    const { version, plural, namespaced } = resource;
    const facts = known ?? { plural, namespaced, versions: [] };
    facts.versions.push(version);
    const since = kindSince(`${apiVersionOf(resource)}/${resource.kind}`);
    if (since) facts.since = [...(facts.since ?? []), `${version}: '${since}'`];
    kinds.set(key, facts);
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
      const since = k.since ? `, since: { ${k.since.join(', ')} }` : '';
      return `  '${key}': { plural: '${k.plural}', namespaced: ${k.namespaced}, versions: [${versions}]${since} },\n`;
    });
  return `${header(sources)}import type { KindFacts } from '../fleet/kinds';\nexport const kinds: Readonly<Record<string, KindFacts>> = {\n${rows.join('')}};\n`;
}
