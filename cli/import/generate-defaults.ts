import { header } from './header';
import type { Crd, JsonSchema } from './read';

/**
 * The table of defaults: what the API server adds to a custom resource, read from the CRDs' own `default:`. Argo CD
 * would show a difference for ever where they are not written out.
 */
export function generateDefaults(crds: readonly Crd[], sources: string): string {
  const table = new Map<string, Map<string, Defaults>>();
  for (const { spec } of crds) {
    for (const version of spec.versions.filter((v) => v.served)) {
      // Status is the controllers'; metadata is Kubernetes' own.
      const defaults = defaultsOf(version.schema.openAPIV3Schema.properties?.['spec'] ?? {});
      if (!defaults) continue;
      const apiVersion = `${spec.group}/${version.name}`;
      const kinds = table.get(apiVersion) ?? new Map<string, Defaults>();
      table.set(apiVersion, kinds.set(spec.names.kind, defaults));
    }
  }
  const rows = [...table]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([apiVersion, kinds]) => {
      const sorted = [...kinds].sort(([a], [b]) => (a < b ? -1 : 1));
      const body = sorted.map(([kind, defaults]) => `    ${kind}: ${JSON.stringify(defaults)},\n`).join('');
      return `  '${apiVersion}': {\n${body}  },\n`;
    });
  return `${header(sources)}import type { Defaults } from '../fleet/derive/api-defaults';\nexport const defaults: Readonly<Record<string, Readonly<Record<string, Defaults>>>> = {\n${rows.join('')}};\n`;
}

/** As `Defaults` of fleet/derive/api-defaults.ts: a value, and what is below fields, items and map values. */
interface Defaults {
  value?: unknown;
  fields?: Record<string, Defaults>;
  items?: Defaults;
  values?: Defaults;
}

function defaultsOf(schema: JsonSchema): Defaults | undefined {
  const defaults: Defaults = {};
  if (schema.default !== undefined) defaults.value = schema.default;
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const below = defaultsOf(field);
    return below ? [[name, below] as const] : [];
  });
  if (fields.length > 0) defaults.fields = Object.fromEntries(fields);
  const items = schema.items && defaultsOf(schema.items);
  if (items) defaults.items = items;
  const { additionalProperties } = schema;
  const values = typeof additionalProperties === 'object' ? defaultsOf(additionalProperties) : undefined;
  if (values) defaults.values = values;
  return Object.keys(defaults).length > 0 ? defaults : undefined;
}
