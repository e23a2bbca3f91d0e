import type { Entry } from '../fleet/model';
import { CERTIFICATE, CLUSTER_ISSUER_ANNOTATION, ISSUER_ANNOTATION } from './cert-manager/shapes';
import type { ClusterView } from './cluster-view';
import { listenersOf } from './gateway/listeners';
import { memo } from './memo';
import { madeByRook } from './rook/made';

/** Kinds whose object yields a Secret: the name is the object's own, or stands at one of these paths. */
const MAKERS: Readonly<Record<string, readonly string[]>> = {
  Secret: ['metadata.name'],
  // Its template may say another name; the controller takes the SealedSecret's own.
  'bitnami.com/SealedSecret': ['metadata.name'],
  'external-secrets.io/ExternalSecret': ['spec.target.name', 'metadata.name'],
  [CERTIFICATE]: ['spec.secretName'],
};

/** Every Secret that will be there, as `namespace/name`. */
export const secretsOf = memo((cluster): ReadonlySet<string> => find(cluster));

/** Names of a namespace's Secrets, for "did you mean". */
export function secretNames(cluster: ClusterView, namespace: string | undefined): string[] {
  const prefix = `${namespace}/`;
  return [...secretsOf(cluster)].filter((s) => s.startsWith(prefix)).map((s) => s.slice(prefix.length));
}

/** The keys of a Secret; undefined where they cannot be told. */
export function secretKeys(cluster: ClusterView, namespace: string, name: string): string[] | undefined {
  const secret = cluster.find('Secret', namespace, name)?.object as { data?: object; stringData?: object } | undefined;
  if (secret) return Object.keys({ ...secret.data, ...secret.stringData });
  const external = cluster.find('external-secrets.io/ExternalSecret', namespace, name)?.object['spec'];
  if (external) return externalKeys(external as ExternalSecretSpec);
  const prefix = `${namespace}/${name}/`;
  const said = (cluster.facts.externals?.secretKeys ?? []).filter((key) => key.startsWith(prefix));
  if (said.length > 0) return said.map((key) => key.slice(prefix.length));
  const sealed = cluster.find('bitnami.com/SealedSecret', namespace, name)?.object['spec'];
  return sealed ? Object.keys((sealed as { encryptedData?: object }).encryptedData ?? {}) : undefined;
}

interface ExternalSecretSpec {
  readonly data?: readonly { readonly secretKey?: string }[];
  readonly dataFrom?: readonly object[];
  readonly target?: {
    readonly template?: {
      readonly data?: object;
      readonly templateFrom?: readonly object[];
      readonly mergePolicy?: string;
    };
  };
}

/** What a template says is all that is in it, unless it says otherwise; what a whole key holds is not known. */
function externalKeys({ data = [], dataFrom = [], target }: ExternalSecretSpec): string[] | undefined {
  const { data: template, templateFrom = [], mergePolicy } = target?.template ?? {};
  if (templateFrom.length > 0) return undefined;
  if (template && mergePolicy !== 'Merge') return Object.keys(template);
  if (dataFrom.length > 0) return undefined;
  return [...data.flatMap(({ secretKey }) => secretKey ?? []), ...Object.keys(template ?? {})];
}

function find(cluster: ClusterView): Set<string> {
  const known = new Set(cluster.facts.externals?.secrets);
  for (const [kind, paths] of Object.entries(MAKERS)) {
    for (const { object } of cluster.ofKind(kind)) {
      const values = paths.map((p) =>
        p.split('.').reduce<unknown>((o, k) => (o as Record<string, unknown>)?.[k], object),
      );
      const name = values.find((value) => typeof value === 'string');
      if (name !== undefined) known.add(`${object.metadata.namespace}/${name}`);
    }
  }
  for (const name of madeByRook(cluster).secrets) known.add(name);
  for (const { object, secretName } of shimSecrets(cluster)) known.add(`${object.metadata.namespace}/${secretName}`);
  for (const { namespace, declares } of cluster.model.applications) {
    for (const name of declares.secrets ?? []) known.add(name.includes('/') ? name : `${namespace}/${name}`);
  }
  return known;
}

/** Secrets of Certificates that cert-manager's gateway-shim makes: for listeners that end TLS and have a host. */
function* shimSecrets(cluster: ClusterView): Iterable<{ object: Entry['object']; secretName: string }> {
  for (const { owner, hostname, tls } of listenersOf(cluster)) {
    const { annotations = {} } = owner.object.metadata;
    if (!annotations[ISSUER_ANNOTATION] && !annotations[CLUSTER_ISSUER_ANNOTATION]) continue;
    if (!hostname || tls?.mode === 'Passthrough') continue;
    for (const { name, namespace } of tls?.certificateRefs ?? []) {
      if (name && (namespace ?? owner.object.metadata.namespace) === owner.object.metadata.namespace) {
        yield { object: owner.object, secretName: name };
      }
    }
  }
}
