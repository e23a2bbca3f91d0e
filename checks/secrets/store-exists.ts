import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';

const EXTERNAL = 'external-secrets.io/ExternalSecret';

interface ExternalSecretSpec {
  readonly secretStoreRef?: { readonly kind?: string; readonly name?: string };
}

export const storeExists: Rule = {
  id: 'secrets/store-exists',
  holds: 'an ExternalSecret’s store is there, and open to its namespace',
  category: 'reference',
  effect:
    'The ExternalSecret is Degraded (SecretSyncedError), the Secret is not made, and Pods that want it do not start.',
  source: 'External Secrets v2.8.0, pkg/controllers/externalsecret',
  check(cluster, report) {
    for (const entry of cluster.ofKind(EXTERNAL)) {
      const { secretStoreRef } = (entry.object['spec'] ?? {}) as ExternalSecretSpec;
      const { kind = 'SecretStore', name } = secretStoreRef ?? {};
      if (name === undefined) continue;
      const namespace = kind === 'SecretStore' ? entry.object.metadata.namespace : undefined;
      const key = `external-secrets.io/${kind}`;
      const found = cluster.find(key, namespace, name);
      const home = entry.object.metadata.namespace ?? '';
      if (!found) {
        report(entry, {
          message: `${describe(entry.object)} reads from the ${kind} "${name}", which nothing makes${namespace ? ` in ${namespace}` : ''}.${didYouMean(name, cluster.names(key, namespace))}`,
          fix: 'Create the store, or name another.',
          section: 'spec.secretStoreRef',
        });
        continue;
      }
      const { conditions = [] } = (found.object['spec'] ?? {}) as {
        conditions?: readonly {
          namespaces?: readonly string[];
          namespaceSelector?: object;
          namespaceRegexes?: object;
        }[];
      };
      const open = conditions.some((c) => c.namespaceSelector || c.namespaceRegexes || c.namespaces?.includes(home));
      if (kind !== 'ClusterSecretStore' || conditions.length === 0 || open) continue;
      report(entry, {
        message: `${describe(entry.object)} reads from the ClusterSecretStore "${name}", which ${home} may not use.`,
        fix: `Add "${home}" to the namespaces of the store.`,
        section: 'spec.secretStoreRef',
      });
    }
  },
};
