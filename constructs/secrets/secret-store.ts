import { Construct } from 'constructs';
import { findApplication } from '../../fleet/application';
import { report } from '../../fleet/report';
import { externalSecretsObject } from './api-object';
import type { StoreProvider } from './providers';

export interface SecretStoreProps {
  readonly provider: StoreProvider;
  /** @default - the construct's id */
  readonly name?: string;
}

export interface ClusterSecretStoreProps extends SecretStoreProps {
  /** Namespaces that may use it. @default - all */
  readonly namespaces?: readonly [string, ...string[]];
}

/** A SecretStore: what holds the Secrets of one namespace. */
export class SecretStore extends Construct {
  readonly kind = 'SecretStore';
  readonly name: string;

  constructor(scope: Construct, id: string, props: SecretStoreProps) {
    super(scope, `secret-store-${id}`);
    const { provider } = props;
    this.name = props.name ?? id;
    const namespace = findApplication(this)?.namespace;
    for (const secret of provider.needs) {
      if (secret.namespace === namespace) continue;
      report(this, {
        rule: 'secrets/store-namespace',
        category: 'reference',
        message: `SecretStore ${this.name} of ${namespace} needs the Secret "${secret.name}" of ${secret.namespace}.`,
        effect: 'The webhook refuses the store: a SecretStore reads its own namespace only.',
        fix: 'Make the Secret beside it, or use a ClusterSecretStore.',
      });
    }
    externalSecretsObject(this, this.kind, this.name, {
      provider: { [provider.name]: provider.spec(({ name }) => ({ name })) },
    });
  }
}

/** A ClusterSecretStore: what holds the Secrets of several namespaces. */
export class ClusterSecretStore extends Construct {
  readonly kind = 'ClusterSecretStore';
  readonly name: string;

  constructor(scope: Construct, id: string, props: ClusterSecretStoreProps) {
    super(scope, `cluster-secret-store-${id}`);
    const { provider, namespaces } = props;
    this.name = props.name ?? id;
    const home = findApplication(this)?.namespace;
    externalSecretsObject(this, this.kind, this.name, {
      provider: { [provider.name]: provider.spec(({ name, namespace }) => ({ name, namespace: namespace ?? home })) },
      ...(namespaces ? { conditions: [{ namespaces }] } : {}),
    });
  }
}
