import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { check } from '../../checks';
import { withoutConsequences } from '../../checks/consequences';
import { NEWEST_GATEWAY_API } from '../../facts/gateway-api';
import type { ClusterFacts } from '../../fleet/cluster';
import type { Externals } from '../../fleet/externals';
import type { Finding } from '../../fleet/finding';
import { meantKind } from '../../fleet/kinds';
import type { ClusterModel, Entry } from '../../fleet/model';
import { definitionOf, groupKind, type KubeObject } from '../../fleet/object';
import { readTree } from '../../fleet/publish/tree';
import { Scopes } from '../../fleet/scopes';

/** What is taken for granted of a cluster that is only a folder of YAML: the newest of everything. */
const FACTS: ClusterFacts = {
  tier: 'home',
  kubernetes: '1.36',
  platform: { name: 'unknown' },
  gatewayApi: { ...NEWEST_GATEWAY_API, channel: 'experimental' },
  externals: {},
};

/** Checks a YAML file, or all below a folder, as a cluster of its own. */
export function checkPath(path: string, externals: Externals = {}): Finding[] {
  const objects = filesBelow(path).flatMap((file) => readObjects(file));
  // A wrong path must not be a clean one.
  if (objects.length === 0) throw new Error(`${path} has no Kubernetes objects: YAML files with apiVersion and kind.`);
  const definitions = objects.flatMap(({ object }) => definitionOf(object) ?? []);
  const { kinds, clusterScopedKinds } = externals;
  const scopes = new Scopes(definitions, [{ crds: kinds, clusterScoped: clusterScopedKinds }]);
  const entries = objects.map(
    ({ object, file }, i): Entry => ({
      object: inNamespace(object, scopes),
      application: 'files',
      path: `${file}#${i}`,
    }),
  );
  const model = modelOf(path, entries, scopes, externals);
  const fileOf = new Map(entries.map((entry, i) => [`${model.name}/${entry.path}`, objects[i]?.file]));
  const findings = check(model, entries).map((finding) => ({
    ...finding,
    severity: OF_GIT.has(finding.rule) ? ('warning' as const) : finding.severity,
  }));
  return withoutConsequences(findings).map(({ path: at, ...finding }) => ({
    ...finding,
    location: fileOf.get(at ?? ''),
  }));
}

/**
 * What is about a repository rather than a cluster, since a folder of YAML may have come from one; and what compares with a
 * release that a folder does not name.
 */
const OF_GIT: ReadonlySet<string> = new Set(['secrets/plaintext', 'argocd/tracking-id', 'gateway/kind-served']);

/** Where kubectl would put it. */
function inNamespace(object: KubeObject, scopes: Scopes): KubeObject {
  const kind = groupKind(object.apiVersion, object.kind);
  const isNamespaced = scopes.isNamespaced(kind) ?? scopes.isNamespaced(meantKind(kind) ?? kind);
  if (object.metadata.namespace !== undefined || !isNamespaced) return object;
  return { ...object, metadata: { ...object.metadata, namespace: 'default' } };
}

function modelOf(name: string, objects: Entry[], scopes: Scopes, externals: Externals): ClusterModel {
  return {
    name,
    facts: { ...FACTS, externals },
    repository: '',
    revision: '',
    folder: name,
    argocd: undefined,
    projects: [],
    scopes,
    applications: [
      {
        name: 'files',
        path: 'files',
        namespace: 'default',
        project: 'default',
        sync: 'manual',
        prune: false,
        dependsOn: [],
        order: [],
        ignoreDifferences: [],
        syncOptions: [],
        helm: undefined,
        declares: { crds: kindsBrought(objects) },
        objects,
      },
    ],
  };
}

/** A folder of manifests says nothing of what installs its CRDs: the kinds that are used are taken to be there. */
function kindsBrought(entries: readonly Entry[]): string[] {
  return [...new Set(entries.map(({ object }) => groupKind(object.apiVersion, object.kind)))];
}

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readTree(path)
    .files.filter((file) => /\.(?:ya?ml|json)$/.test(file))
    .sort()
    .map((file) => join(path, file));
}

function parse(file: string): unknown[] {
  try {
    return loadAll(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(
      `${file} is no YAML: ${(error as Error).message.split('\n')[0]}. (\`npm run check\` without a path checks clusters/.)`,
    );
  }
}

function readObjects(file: string): { object: KubeObject; file: string }[] {
  const documents = parse(file) as (Partial<KubeObject> | null)[];
  return documents.flatMap((document) => {
    if (!document?.kind || !document.apiVersion) return [];
    const all = document.kind === 'List' ? ((document['items'] ?? []) as KubeObject[]) : [document as KubeObject];
    return all.map((object) => ({ object: { ...object, metadata: object.metadata ?? { name: '' } }, file }));
  });
}
