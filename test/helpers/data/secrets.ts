import { AppProject } from '../../../constructs/argocd/app-project';
import { fromSecret } from '../../../constructs/kubernetes/container';
import { Deployment } from '../../../constructs/kubernetes/deployment';
import { ServiceAccount } from '../../../constructs/kubernetes/service-account';
import { secretVolume } from '../../../constructs/kubernetes/volume';
import { ExternalSecret } from '../../../constructs/secrets/external-secret';
import { ExternalSecrets } from '../../../constructs/secrets/external-secrets';
import { aws, azure, google, kubernetesSecrets, onePassword, vault } from '../../../constructs/secrets/providers';
import { SealedSecret } from '../../../constructs/secrets/sealed-secret';
import { SealedSecrets } from '../../../constructs/secrets/sealed-secrets';
import { SecretProviderClass } from '../../../constructs/secrets/secret-provider-class';
import { ExistingSecret } from '../../../constructs/secrets/secret-reference';
import { ClusterSecretStore, SecretStore } from '../../../constructs/secrets/secret-store';
import type { Cluster } from '../../../fleet/cluster';
import { IMAGE } from '../examples';
import type { Example } from './example';

const project = (cluster: Cluster) => new AppProject(cluster, 'secrets', { description: 'Secrets' });
const SERVER = 'https://vault.example.com:8200';

export const secretsExamples: Readonly<Record<string, Example>> = {
  'secrets/external-secrets': {
    make: (_, cluster) => void new ExternalSecrets(cluster, { project: project(cluster) }),
  },
  'secrets/sealed-secrets': { make: (_, cluster) => void new SealedSecrets(cluster, { project: project(cluster) }) },
  'secrets/secret-store': {
    make: (app, cluster) => {
      new ExternalSecrets(cluster, { project: project(cluster) });
      const secret = new ExistingSecret(app, 'first');
      const key = (name: string) => ({ secret, key: name });
      const serviceAccount = new ServiceAccount(app, 'reader');
      const stores = {
        'vault-kubernetes': vault({
          server: SERVER,
          path: 'secret',
          auth: { kubernetes: { role: 'app', serviceAccount } },
        }),
        'vault-app-role': vault({
          server: SERVER,
          path: 'kv',
          version: 'v1',
          auth: { appRole: { roleId: 'id', secretId: key('id') } },
        }),
        'vault-token': vault({ server: SERVER, path: 'secret', auth: { token: key('token') } }),
        'aws-keys': aws({
          service: 'SecretsManager',
          region: 'eu-north-1',
          auth: { accessKeyId: key('id'), secretAccessKey: key('secret') },
        }),
        'aws-role': aws({
          service: 'ParameterStore',
          region: 'eu-north-1',
          role: 'arn:aws:iam::1:role/r',
          auth: { serviceAccount },
        }),
        google: google({ projectId: 'p', auth: { key: key('key.json') } }),
        'google-identity': google({ projectId: 'p', auth: { workloadIdentity: serviceAccount } }),
        azure: azure({
          vaultUrl: 'https://example.vault.azure.net',
          tenantId: 't',
          auth: { clientId: key('id'), clientSecret: key('secret') },
        }),
        'azure-identity': azure({
          vaultUrl: 'https://example.vault.azure.net',
          tenantId: 't',
          auth: { serviceAccount },
        }),
        onepassword: onePassword({
          connectHost: 'http://connect.example.com',
          vaults: ['prod', 'shared'],
          token: key('token'),
        }),
        kubernetes: kubernetesSecrets({ remoteNamespace: 'app', serviceAccount }),
      };
      for (const [name, provider] of Object.entries(stores)) new SecretStore(app, name, { provider });
      new ClusterSecretStore(app, 'shared', { provider: stores['vault-token'], namespaces: ['app'] });
      new ClusterSecretStore(app, 'cluster', { provider: stores.kubernetes });
    },
  },
  'secrets/external-secret': {
    make: (app, cluster) => {
      new ExternalSecrets(cluster, { project: project(cluster) });
      const secret = new ExistingSecret(app, 'first');
      const provider = vault({ server: SERVER, path: 'secret', auth: { token: { secret, key: 'token' } } });
      const store = new SecretStore(app, 'vault', { provider });
      const database = new ExternalSecret(app, 'database', {
        store,
        data: {
          user: { key: 'shop/db', property: 'user' },
          password: { key: 'shop/db', property: 'password', version: '3' },
        },
      });
      new ExternalSecret(app, 'all', { store, dataFrom: [{ key: 'shop/all' }], labels: { team: 'shop' } });
      const dsn = new ExternalSecret(app, 'dsn', {
        store,
        data: { password: { key: 'shop/db', property: 'password' } },
        template: { dsn: 'postgres://shop:{{ .password }}@db/shop' },
        type: 'Opaque',
        refreshInterval: '15m',
      });
      new Deployment(app, 'web', {
        containers: [
          {
            name: 'web',
            image: IMAGE,
            env: { PASSWORD_FROM: fromSecret(database, 'password') },
            mounts: [{ volume: secretVolume('dsn', dsn), path: '/dsn' }],
          },
        ],
      });
    },
  },
  'secrets/sealed-secret': {
    make: (app, cluster) => {
      new SealedSecrets(cluster, { project: project(cluster) });
      const encryptedData = { password: `Ag${'A'.repeat(400)}` };
      new SealedSecret(app, 'strict', { encryptedData });
      new SealedSecret(app, 'wide', {
        encryptedData,
        scope: 'namespace-wide',
        type: 'Opaque',
        labels: { team: 'shop' },
      });
    },
  },
  'secrets/secret-provider-class': {
    facts: { externals: { kinds: ['secrets-store.csi.x-k8s.io/SecretProviderClass'] } },
    make: (app) => {
      const objects = '- objectName: password\n  secretPath: secret/data/shop\n  secretKey: password\n';
      const files = new SecretProviderClass(app, 'vault', {
        provider: 'vault',
        parameters: { vaultAddress: SERVER, roleName: 'shop', objects },
        secretObjects: [{ secretName: 'shop', type: 'Opaque', data: [{ objectName: 'password', key: 'password' }] }],
      });
      new Deployment(app, 'web', {
        containers: [
          { name: 'web', image: IMAGE, mounts: [{ volume: files.volume(), path: '/secrets', readOnly: true }] },
        ],
      });
    },
  },
  'secrets/secret-reference': {
    make: (app) => {
      const secret = new ExistingSecret(app, 'by-hand', { name: 'shop' });
      new Deployment(app, 'web', {
        containers: [{ name: 'web', image: IMAGE, env: { PASSWORD_FROM: fromSecret(secret, 'password') } }],
      });
    },
  },
};
