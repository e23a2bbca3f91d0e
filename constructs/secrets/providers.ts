import type { ServiceAccount } from '../kubernetes/service-account';
import type { SecretReference } from './secret-reference';

/** Where a store keeps what it holds: the one key of a SecretStore's `provider`. */
export interface StoreProvider {
  readonly name: 'vault' | 'aws' | 'gcpsm' | 'azurekv' | 'onepassword' | 'kubernetes';
  /** @param where how it names an object of a namespace: a ClusterSecretStore says the namespace too */
  readonly spec: (where: (at: Located) => object) => object;
  /** The Secrets that must be there first. */
  readonly needs: readonly SecretReference[];
}

type Located = { readonly name: string; readonly namespace?: string };

/** A key of a Secret. */
export interface SecretKey {
  readonly secret: SecretReference;
  readonly key: string;
}

const keyRef = ({ secret, key }: SecretKey, where: (at: Located) => object) => ({ ...where(secret), key });

export interface VaultProps {
  /** `https://vault.example.com:8200`. */
  readonly server: string;
  /** The mount of the key/value engine: `secret`. Keys are named without it. */
  readonly path: string;
  /** @default v2 */
  readonly version?: 'v1' | 'v2';
  readonly auth: VaultAuth;
}

export type VaultAuth =
  | {
      /** Tokens of a ServiceAccount, which Vault has checked by this cluster's API server: no Secret is needed. */
      readonly kubernetes: {
        readonly role: string;
        readonly serviceAccount: ServiceAccount | Located;
        /** Of this cluster's own auth engine. @default kubernetes */
        readonly mountPath?: string;
      };
    }
  | { readonly appRole: { readonly roleId: string; readonly secretId: SecretKey; readonly path?: string } }
  | { readonly token: SecretKey };

/** HashiCorp Vault's key/value engine. Source of all: external-secrets/external-secrets v2.8.0, apis/externalsecrets/v1. */
export function vault(props: VaultProps): StoreProvider {
  const { auth } = props;
  return {
    name: 'vault',
    needs: 'token' in auth ? [auth.token.secret] : 'appRole' in auth ? [auth.appRole.secretId.secret] : [],
    spec: (where) => ({
      server: props.server,
      path: props.path,
      version: props.version ?? 'v2',
      auth: vaultAuth(auth, where),
    }),
  };
}

function vaultAuth(auth: VaultAuth, where: (at: Located) => object): object {
  if ('token' in auth) return { tokenSecretRef: keyRef(auth.token, where) };
  if ('appRole' in auth) {
    const { roleId, secretId, path = 'approle' } = auth.appRole;
    return { appRole: { path, roleId, secretRef: keyRef(secretId, where) } };
  }
  const { role, serviceAccount, mountPath = 'kubernetes' } = auth.kubernetes;
  return { kubernetes: { mountPath, role, serviceAccountRef: where(serviceAccount) } };
}

export interface AwsProps {
  readonly service: 'SecretsManager' | 'ParameterStore';
  readonly region: string;
  /** A role that is taken on. @default - none */
  readonly role?: string;
  /** Keys, or the tokens of a ServiceAccount with a role (IRSA). @default - what the operator's Pod may do */
  readonly auth?:
    | { readonly accessKeyId: SecretKey; readonly secretAccessKey: SecretKey }
    | { readonly serviceAccount: Located };
}

/** AWS Secrets Manager, or the Parameter Store. */
export function aws({ service, region, role, auth }: AwsProps): StoreProvider {
  const keys = auth && 'accessKeyId' in auth ? auth : undefined;
  return {
    name: 'aws',
    needs: keys ? [keys.accessKeyId.secret, keys.secretAccessKey.secret] : [],
    spec: (where) => ({
      service,
      region,
      ...(role === undefined ? {} : { role }),
      ...(keys
        ? {
            auth: {
              secretRef: {
                accessKeyIDSecretRef: keyRef(keys.accessKeyId, where),
                secretAccessKeySecretRef: keyRef(keys.secretAccessKey, where),
              },
            },
          }
        : {}),
      ...(auth && 'serviceAccount' in auth ? { auth: { jwt: { serviceAccountRef: where(auth.serviceAccount) } } } : {}),
    }),
  };
}

export interface GoogleProps {
  readonly projectId: string;
  /** A service account's key in JSON, or the tokens of a ServiceAccount (on GKE only). */
  readonly auth: { readonly key: SecretKey } | { readonly workloadIdentity: Located };
}

/** Google Secret Manager. */
export function google({ projectId, auth }: GoogleProps): StoreProvider {
  return {
    name: 'gcpsm',
    needs: 'key' in auth ? [auth.key.secret] : [],
    spec: (where) => ({
      projectID: projectId,
      auth:
        'key' in auth
          ? { secretRef: { secretAccessKeySecretRef: keyRef(auth.key, where) } }
          : { workloadIdentity: { serviceAccountRef: where(auth.workloadIdentity) } },
    }),
  };
}

export interface AzureProps {
  /** `https://example.vault.azure.net`. */
  readonly vaultUrl: string;
  readonly tenantId: string;
  /** A service principal, or a ServiceAccount with a workload identity. */
  readonly auth:
    | { readonly clientId: SecretKey; readonly clientSecret: SecretKey }
    | { readonly serviceAccount: Located };
}

/** Azure Key Vault. */
export function azure({ vaultUrl, tenantId, auth }: AzureProps): StoreProvider {
  return {
    name: 'azurekv',
    needs: 'clientId' in auth ? [auth.clientId.secret, auth.clientSecret.secret] : [],
    spec: (where) =>
      'clientId' in auth
        ? {
            vaultUrl,
            tenantId,
            authType: 'ServicePrincipal',
            authSecretRef: { clientId: keyRef(auth.clientId, where), clientSecret: keyRef(auth.clientSecret, where) },
          }
        : { vaultUrl, tenantId, authType: 'WorkloadIdentity', serviceAccountRef: where(auth.serviceAccount) },
  };
}

export interface OnePasswordProps {
  /** The Connect server: `http://onepassword-connect.onepassword.svc:8080`. */
  readonly connectHost: string;
  /** Vaults in the order they are asked. */
  readonly vaults: readonly [string, ...string[]];
  readonly token: SecretKey;
}

/** 1Password, by a Connect server. A key is an item's title, a property its field. */
export function onePassword({ connectHost, vaults, token }: OnePasswordProps): StoreProvider {
  return {
    name: 'onepassword',
    needs: [token.secret],
    spec: (where) => ({
      connectHost,
      vaults: Object.fromEntries(vaults.map((name, i) => [name, i + 1])),
      auth: { secretRef: { connectTokenSecretRef: keyRef(token, where) } },
    }),
  };
}

export interface KubernetesStoreProps {
  /** The namespace whose Secrets are read. */
  readonly remoteNamespace: string;
  /** Who may read them. */
  readonly serviceAccount: ServiceAccount | Located;
}

/** Secrets of another namespace of this cluster, or the same ones in another form. */
export function kubernetesSecrets({ remoteNamespace, serviceAccount }: KubernetesStoreProps): StoreProvider {
  return {
    name: 'kubernetes',
    needs: [],
    spec: (where) => ({
      remoteNamespace,
      server: {
        url: 'kubernetes.default',
        caProvider: {
          type: 'ConfigMap',
          ...where({ name: 'kube-root-ca.crt', namespace: remoteNamespace }),
          key: 'ca.crt',
        },
      },
      auth: { serviceAccount: where(serviceAccount) },
    }),
  };
}
