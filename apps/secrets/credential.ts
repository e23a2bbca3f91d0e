import type { Construct } from 'constructs';
import { ExternalSecret } from '../../constructs/secrets/external-secret';
import { ExistingSecret, type SecretReference } from '../../constructs/secrets/secret-reference';
import type { ClusterSecretStore } from '../../constructs/secrets/secret-store';
import { clusterOf } from '../../fleet/application';

/**
 * A Secret with these keys. Where the cluster has a store, it is read from there, a field for each key; else a person makes
 * it by hand.
 * @param at the key in the store; `<cluster>/<name>` by default
 */
export function credential(
  scope: Construct,
  name: string,
  keys: readonly [string, ...string[]],
  store: ClusterSecretStore | undefined,
  at?: string,
): SecretReference {
  if (!store) return new ExistingSecret(scope, name, { keys });
  const key = at ?? `${clusterOf(scope).name}/${name}`;
  return new ExternalSecret(scope, name, {
    store,
    data: Object.fromEntries(keys.map((property) => [property, { key, property }])),
  });
}
