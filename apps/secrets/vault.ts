import { ApiObject } from 'cdk8s';
import { AppProject } from '../../constructs/argocd/app-project';
import { ServiceAccount } from '../../constructs/kubernetes/service-account';
import { ExternalSecrets } from '../../constructs/secrets/external-secrets';
import { vault } from '../../constructs/secrets/providers';
import { ClusterSecretStore } from '../../constructs/secrets/secret-store';
import { Application } from '../../fleet/application';
import type { Cluster } from '../../fleet/cluster';

export interface VaultProps {
  /** `https://vault.example.com:8200`. */
  readonly server: string;
}

/**
 * External Secrets, reading from Vault. Nothing secret is needed first: Vault asks this cluster's API server who the
 * operator is (docs/secrets.md has Vault's side). The cluster's auth engine is mounted at its name.
 */
export class Vault {
  readonly store: ClusterSecretStore;

  constructor(cluster: Cluster, props: VaultProps) {
    const project = new AppProject(cluster, 'secrets', { description: 'Secrets from Vault. It may write any Secret.' });
    const operator = new ExternalSecrets(cluster, { project });
    const app = new Application(cluster, 'secret-stores', { project, namespace: operator.namespace });
    const serviceAccount = new ServiceAccount(app, 'vault');
    // With the token that it is shown, Vault asks the API server whether the token is good.
    new ApiObject(app, 'vault-token-review', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: 'vault-token-review' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'system:auth-delegator' },
      subjects: [{ kind: 'ServiceAccount', name: serviceAccount.name, namespace: operator.namespace }],
    });
    this.store = new ClusterSecretStore(app, 'vault', {
      provider: vault({
        server: props.server,
        path: 'secret',
        auth: { kubernetes: { mountPath: cluster.name, role: 'external-secrets', serviceAccount } },
      }),
    });
  }
}
