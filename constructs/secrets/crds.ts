import type { CrdSource } from '../../cli/import/crd-source';

/** Providers that no construct is for: any object there. */
const OTHER_PROVIDERS = [
  ...['akeyless', 'barbican', 'beyondtrust', 'beyondtrustworkloadcredentials', 'bitwardensecretsmanager', 'chef'],
  ...['cloudrusm', 'conjur', 'crd', 'delinea', 'doppler', 'dvls', 'fake', 'fortanix', 'github', 'gitlab', 'ibm'],
  ...['infisical', 'keepersecurity', 'nebiusmysterybox', 'ngrok', 'onboardbase', 'onepasswordSDK', 'openBao'],
  ...['oracle', 'ovh', 'passbolt', 'passworddepot', 'previder', 'pulumi', 'scaleway', 'secretserver', 'senhasegura'],
  ...['volcengine', 'webhook', 'yandexcertificatemanager', 'yandexlockbox'],
].map((provider) => `spec.provider.${provider}`);

const externalSecrets: CrdSource = {
  system: 'external-secrets',
  repository: 'external-secrets/external-secrets',
  tag: 'v2.9.0',
  files: Object.fromEntries(
    ['clustersecretstores', 'externalsecrets', 'secretstores'].map((plural) => [
      `${plural}.external-secrets.io`,
      `config/crds/bases/external-secrets.io_${plural}.yaml`,
    ]),
  ),
  cut: {
    'clustersecretstores.external-secrets.io': [...OTHER_PROVIDERS, 'status'],
    'secretstores.external-secrets.io': [...OTHER_PROVIDERS, 'status'],
  },
};

const sealedSecrets: CrdSource = {
  system: 'sealed-secrets',
  repository: 'bitnami-labs/sealed-secrets',
  tag: 'v0.36.6',
  files: { 'sealedsecrets.bitnami.com': 'helm/sealed-secrets/crds/bitnami.com_sealedsecrets.yaml' },
};

const secretsStoreDriver: CrdSource = {
  system: 'secrets-store-csi-driver',
  repository: 'kubernetes-sigs/secrets-store-csi-driver',
  tag: 'v1.6.0',
  files: {
    'secretproviderclasses.secrets-store.csi.x-k8s.io':
      'config/crd/bases/secrets-store.csi.x-k8s.io_secretproviderclasses.yaml',
  },
};

/** What makes Secrets without their content being in git, for `npm run import`. */
export const crds: readonly CrdSource[] = [externalSecrets, sealedSecrets, secretsStoreDriver];
