import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { load } from 'js-yaml';
import { isBuiltIn } from '../../fleet/kinds';
import { groupKind, type KubeObject } from '../../fleet/object';
import { readTree } from '../../fleet/publish/tree';

/** The main.ts that somebody with vanilla cdk8s would have for the objects of a folder: a Chart an application, typed classes. */
export function vanillaMain(folder: string): { text: string; objects: number } {
  const charts = new Map<string, string[]>();
  for (const path of readTree(folder).files.filter((p) => /^(apps|app-of-apps)\//.test(p))) {
    const object = load(readFileSync(join(folder, path), 'utf8')) as KubeObject;
    const chart = dirname(path).replace('/', '-');
    charts.set(chart, [...(charts.get(chart) ?? []), construct(object)]);
  }
  const bodies = [...charts].map(
    ([name, lines]) => `{\n  const chart = new Chart(app, '${name}');\n${lines.join('')}}\n`,
  );
  const text = `import { ApiObject, App, Chart } from 'cdk8s';
import * as k8s from './imports/k8s';
import * as argo from './imports/argoproj.io';

const app = new App();
${bodies.join('')}app.synth();
`;
  return { text, objects: [...charts.values()].flat().length };
}

function construct({ apiVersion, kind, ...props }: KubeObject): string {
  const id = `${kind}-${props.metadata.name}`;
  // Other custom resources as ApiObjects, without imports of their own: faster for vanilla than typed classes.
  if (!apiVersion.startsWith('argoproj.io/') && !isBuiltIn(groupKind(apiVersion, kind))) {
    return `  new ApiObject(chart, '${id}', ${JSON.stringify({ apiVersion, kind, ...props })});\n`;
  }
  const type = apiVersion.startsWith('argoproj.io/') ? `argo.${kind}` : `k8s.Kube${kind}`;
  return `  new ${type}(chart, '${id}', ${literal(props, [kind])});\n`;
}

/** A literal in the generated classes' terms: their names of properties, and classes for quantities and int-or-strings. */
function literal(value: unknown, at: readonly string[]): string {
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, at)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const free = FREE.has(at.at(-1) ?? '');
    // A template of a claim is typed as a claim, which has its apiVersion and kind by itself.
    const own = Object.entries(value).filter(
      ([key]) => at.at(-1) !== 'volumeClaimTemplates' || key === 'metadata' || key === 'spec',
    );
    const entries = own.map(([key, item]) => {
      const name = free || at.includes('valuesObject') ? key : (NAMES[key] ?? key);
      return `${JSON.stringify(name)}: ${literal(item, [...at, key])}`;
    });
    return `{ ${entries.join(', ')} }`;
  }
  const text = JSON.stringify(value);
  const [parent = '', key = ''] = at.slice(-2);
  if (parent === 'requests' || parent === 'limits' || key === 'sizeLimit') return `k8s.Quantity.fromString(${text})`;
  const intOrString = key === 'targetPort' || (key === 'port' && at[0] === 'NetworkPolicy');
  return intOrString ? `k8s.IntOrString.from${typeof value === 'number' ? 'Number' : 'String'}(${text})` : text;
}

/** Maps whose keys are data. */
const FREE = new Set(['labels', 'annotations', 'matchLabels', 'data', 'selector']);

/** Where the generator's names are not the API's. */
const NAMES: Readonly<Record<string, string>> = { repoURL: 'repoUrl' };
