import { didYouMean, sentence } from '../../fleet/did-you-mean';
import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import type { Report, Rule } from '../rule';
import { secretsOf } from '../secrets-of';
import { type CephClusterSpec, cephSpec, type DeviceSetShape, localClusters } from './shapes';

/** Templates that a set may have. Source: pkg/operator/ceph/cluster/osd/deviceset.go. */
const TEMPLATES = ['data', 'metadata', 'wal'];
/** Provisioners whose volumes stay on a node. */
const LOCAL = ['kubernetes.io/no-provisioner', 'rancher.io/local-path', 'topolvm.io', 'local.csi.openebs.io'];

export const deviceSet: Rule = {
  id: 'rook/device-set',
  holds: 'disks that are claims: names, templates, block mode, key management',
  effect: 'The operator refuses the set, or its OSDs never start.',
  source: 'Rook v1.20.6, pkg/operator/ceph/cluster/osd/deviceset.go; pkg/daemon/ceph/osd/kms',
  check(cluster, report) {
    for (const entry of localClusters(cluster)) {
      const { storage, security, placement } = cephSpec(entry);
      const sets = storage?.storageClassDeviceSets ?? [];
      const names = new Set<string>();
      for (const [i, set] of sets.entries()) {
        const say = (what: string, fix: string) =>
          report(entry, {
            message: `${describe(entry.object)}: device set "${set.name}" ${sentence(what)}`,
            fix,
            section: `spec.storage.storageClassDeviceSets[${i}]`,
          });
        if (names.has(set.name ?? '')) say('is there twice', 'Give each a name of its own.');
        names.add(set.name ?? '');
        checkTemplates(cluster, set, say);
      }
      if (sets.length > 0 && placement?.['osd'] !== undefined && !('onlyApplyOSDPlacement' in (storage ?? {}))) {
        report(entry, {
          severity: 'warning',
          message: `${describe(entry.object)} says placement.osd, which its device sets pass over.`,
          fix: 'Say the placement in each set.',
          section: 'spec.placement.osd',
        });
      }
      checkKms(cluster, entry, security, report);
    }
  },
};

function checkTemplates(cluster: ClusterView, set: DeviceSetShape, say: (what: string, fix: string) => void): void {
  const templates = set.volumeClaimTemplates ?? [];
  if (templates.length === 0) say('has no volumeClaimTemplates', 'Add one named data.');
  const seen = new Set<string>();
  for (const { metadata, spec } of templates) {
    const name = metadata?.name ?? 'data';
    if (seen.has(name)) say(`has two templates "${name}"`, 'One each of data, metadata, wal.');
    else if (!TEMPLATES.includes(name)) say(`has a template "${name}"`, `Its name is one of ${TEMPLATES.join(', ')}.`);
    seen.add(name);
    if (spec?.volumeMode !== 'Block') say(`wants ${spec?.volumeMode ?? 'Filesystem'} volumes`, '`volumeMode: Block`.');
    const found =
      spec?.storageClassName && cluster.find('storage.k8s.io/StorageClass', undefined, spec.storageClassName);
    const known = cluster.facts.externals?.storageClasses ?? [];
    const declared = cluster.model.applications.flatMap((a) => a.declares.storageClasses ?? []);
    const wanted = spec?.storageClassName;
    if (wanted && !found && ![...known, ...declared].includes(wanted)) {
      const names = [...cluster.names('storage.k8s.io/StorageClass'), ...known, ...declared];
      say(
        `wants the StorageClass "${wanted}", which nothing makes${didYouMean(wanted, names)}`,
        'Name a class of the cluster.',
      );
    }
    const provisioner = found ? String(found.object['provisioner']) : '';
    if (set.portable && LOCAL.includes(provisioner)) {
      say(`may move to other nodes, and ${spec?.storageClassName} keeps volumes on theirs`, '`portable: false`.');
    }
  }
}

/** What each key management needs. Source: pkg/daemon/ceph/osd/kms: ValidateConnectionDetails. */
const KMS: Readonly<Record<string, readonly string[]>> = {
  vault: ['VAULT_ADDR'],
  ibmkeyprotect: ['IBM_KP_SERVICE_INSTANCE_ID'],
  kmip: ['KMIP_ENDPOINT'],
  'azure-kv': ['AZURE_VAULT_URL', 'AZURE_CLIENT_ID', 'AZURE_TENANT_ID', 'AZURE_CERT_SECRET_NAME'],
};

function checkKms(cluster: ClusterView, entry: Entry, security: CephClusterSpec['security'], report: Report): void {
  const { connectionDetails, tokenSecretName } = security?.kms ?? {};
  const provider = connectionDetails?.['KMS_PROVIDER'];
  if (!connectionDetails || !provider) return;
  const say = (what: string, fix: string) =>
    report(entry, { message: `${describe(entry.object)}: ${what}.`, fix, section: 'spec.security.kms' });
  for (const key of KMS[provider] ?? []) {
    if (!connectionDetails[key]) say(`the key management ${provider} lacks ${key}`, 'Say it in connectionDetails.');
  }
  const byToken = provider === 'vault' && (connectionDetails['VAULT_AUTH_METHOD'] ?? 'token') === 'token';
  if (byToken && !tokenSecretName) say('Vault is asked with a token that no Secret has', 'Name it: tokenSecretName.');
  if (tokenSecretName && !secretsOf(cluster).has(`${entry.object.metadata.namespace}/${tokenSecretName}`)) {
    say(`the Secret "${tokenSecretName}" with the token is made by nothing`, 'Make it in the cluster’s namespace.');
  }
}
