import { didYouMean } from '../../fleet/did-you-mean';
import type { ClusterView } from '../cluster-view';
import { firstOf, keyValues } from '../key-values';
import { secretNames, secretsOf } from '../secrets-of';
import type { Reference } from './shapes';

/** What is wrong with where a bundle of trusted certificates comes from: the end of a sentence, and how to mend it. */
export interface BundleProblem {
  readonly text: string;
  readonly fix: string;
  /** It is of a kind that holds no bundle. */
  readonly wrongKind?: boolean;
}

/** Where a bundle is looked for unless somebody says otherwise. */
const BUNDLE_KEYS = ['ca.crt', 'tls.crt'];

/** A Secret that names a server to take the certificates from. Source: Envoy Gateway v1.9.0, api/v1alpha1/shared_types.go. */
const SDS = 'gateway.envoyproxy.io/sds';

/**
 * What is wrong with a list of bundles. Source: Envoy Gateway v1.9.0, internal/gatewayapi/backendtlspolicy.go: getCaCertsFromCARefs.
 * @param namespace the one that references mean where they name none
 * @param keys where a bundle is looked for; with none of them, a single value is taken
 */
export function* bundleProblems(
  cluster: ClusterView,
  namespace: string,
  refs: readonly Reference[],
  keys: readonly string[] = BUNDLE_KEYS,
): Iterable<BundleProblem> {
  for (const ref of refs) yield* problemOf(cluster, ref.namespace ?? namespace, ref, keys);
  const servers = refs.filter((ref) => ref.kind === 'Secret' && isServer(cluster, ref.namespace ?? namespace, ref));
  if (servers.length > 1 || (servers.length === 1 && refs.length > 1)) {
    const name = servers[0]?.name;
    const text = `trusts the Secret "${name}", which names a server that gives certificates, and others besides.`;
    yield { text, fix: 'Such a Secret stands alone: take the others away.' };
  }
}

/** The text of a bundle, where it is written here. */
export function bundleText(
  cluster: ClusterView,
  namespace: string,
  { kind = 'Secret', name = '' }: Reference,
  keys: readonly string[],
) {
  if (kind !== 'ConfigMap' && kind !== 'Secret') return undefined;
  const values = keyValues(cluster, kind, namespace, name);
  return values && firstOf(values, ...keys);
}

function* problemOf(
  cluster: ClusterView,
  namespace: string,
  ref: Reference,
  keys: readonly string[],
): Iterable<BundleProblem> {
  const { kind = '', name = '' } = ref;
  if (kind !== 'ConfigMap' && kind !== 'Secret') {
    // A ClusterTrustBundle may be the cluster's own.
    if (kind === 'ClusterTrustBundle') return;
    const text = `trusts a ${kind}, which holds no bundle of certificates.`;
    yield { text, fix: 'Name a ConfigMap, a Secret or a ClusterTrustBundle.', wrongKind: true };
    return;
  }
  if (!isThere(cluster, kind, namespace, name)) {
    const names = kind === 'Secret' ? secretNames(cluster, namespace) : cluster.names(kind, namespace);
    const text = `trusts the ${kind} "${name}", which nothing makes in ${namespace}.${didYouMean(name, names)}`;
    yield { text, fix: 'Create it with the key `ca.crt`.' };
    return;
  }
  const values = keyValues(cluster, kind, namespace, name);
  if (!values) return;
  if (kind === 'Secret' && isServer(cluster, namespace, ref)) {
    if (!values.get('secretName') || !values.get('url')) {
      const text = `trusts the Secret "${name}", which names a server and lacks secretName or url.`;
      yield { text, fix: 'Give it both keys.' };
    } else if (!/^[a-z][a-z0-9+.-]*:\/\/./i.test(values.get('url') ?? '')) {
      const text = `trusts the Secret "${name}", whose url "${values.get('url')}" is none.`;
      yield { text, fix: 'Write it with its scheme: "unix:///run/agent.sock", "https://sds.example.com:443".' };
    }
  } else if (firstOf(values, ...keys) === undefined) {
    const there = [...values.keys()].join(', ') || 'none';
    const text = `trusts the ${kind} "${name}", which has no key "ca.crt": it has ${there}.`;
    yield { text, fix: 'Put the bundle under `ca.crt`.' };
  }
}

function isThere(cluster: ClusterView, kind: 'ConfigMap' | 'Secret', namespace: string, name: string): boolean {
  if (kind === 'Secret') return secretsOf(cluster).has(`${namespace}/${name}`);
  return cluster.find(kind, namespace, name) !== undefined || cluster.isExternal('configMaps', namespace, name);
}

function isServer(cluster: ClusterView, namespace: string, { name = '' }: Reference): boolean {
  return cluster.find('Secret', namespace, name)?.object['type'] === SDS;
}
