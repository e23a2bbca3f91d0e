import {
  BLOCK_POOL,
  BUCKET_PROVISIONER,
  CEPH_CLUSTER,
  CEPHFS_DRIVER,
  FILESYSTEM,
  OBJECT_STORE,
  RBD_DRIVER,
} from '../../facts/rook';
import { didYouMean, sentence } from '../../fleet/did-you-mean';
import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import { nodesOf } from '../nodes';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import { driverNames } from './drivers';
import type { PoolShape } from './shapes';

export const storageClass: Rule = {
  id: 'rook/storage-class',
  holds: 'a class’s driver, cluster, pools, filesystem, secrets and image features are there and go together',
  category: 'reference',
  effect: 'Claims of the class stay Pending (ProvisioningFailed), or the class outlives what guards its volumes.',
  source: 'Rook v1.20.6, deploy/examples/csi; cephcsi v3.17: internal/rbd, internal/cephfs; pkg/operator/ceph/csi',
  check(cluster, report) {
    // Classes of a Ceph elsewhere are nobody's here.
    if ([...cluster.ofKind(CEPH_CLUSTER)].length === 0) return;
    for (const entry of cluster.ofKind('storage.k8s.io/StorageClass')) {
      const provisioner = String(entry.object['provisioner'] ?? '');
      const say: Say = (what, fix, section, severity = 'error') =>
        report(entry, { severity, message: `${describe(entry.object)} ${sentence(what)}`, fix, section });
      if (provisioner.endsWith(BUCKET_PROVISIONER)) checkBuckets(cluster, entry, provisioner, say);
      else if (/(?:rbd|cephfs|nfs|nvmeof)\.csi\.ceph\.(?:com|io)$|csi\.ceph|^rook-ceph\./.test(provisioner)) {
        checkVolumes(cluster, entry, provisioner, say);
      }
    }
  },
};

type Say = (what: string, fix: string, section: string, severity?: 'error' | 'warning') => void;
type Parameters = Readonly<Record<string, string>>;

const parametersOf = ({ object }: Entry) => (object['parameters'] ?? {}) as Parameters;

function checkBuckets(cluster: ClusterView, entry: Entry, provisioner: string, say: Say): void {
  const { objectStoreName = '', objectStoreNamespace = '' } = parametersOf(entry);
  if (provisioner === BUCKET_PROVISIONER) {
    say(
      'has a provisioner without the namespace of the store before it',
      `"${objectStoreNamespace}.${BUCKET_PROVISIONER}".`,
      'provisioner',
    );
  }
  if (!objectStoreName || cluster.find(OBJECT_STORE, objectStoreNamespace, objectStoreName)) return;
  say(
    `makes buckets in the store ${objectStoreNamespace}/${objectStoreName}, which nothing makes${didYouMean(objectStoreName, cluster.names(OBJECT_STORE))}`,
    'Name a CephObjectStore.',
    'parameters.objectStoreName',
  );
}

function checkVolumes(cluster: ClusterView, entry: Entry, provisioner: string, say: Say): void {
  const parameters = parametersOf(entry);
  const drivers = driverNames(cluster);
  if (drivers.length > 0 && !drivers.includes(provisioner)) {
    say(
      `has the provisioner "${provisioner}", which is no driver here${didYouMean(provisioner, drivers)}`,
      `One of ${drivers.join(', ')}: the operator's namespace is the prefix.`,
      'provisioner',
    );
    return;
  }
  const { clusterID = '' } = parameters;
  const namespaces = [...cluster.ofKind(CEPH_CLUSTER)].map(({ object }) => object.metadata.namespace ?? '');
  const ids = [...namespaces, ...cephIds(cluster)];
  if (!ids.includes(clusterID)) {
    say(
      `has the clusterID "${clusterID}", and no CephCluster is in that namespace${didYouMean(clusterID, namespaces)}`,
      `The namespace: ${namespaces.join(', ')}.`,
      'parameters.clusterID',
    );
    return;
  }
  if (provisioner.endsWith(RBD_DRIVER)) checkBlock(cluster, parameters, clusterID, say);
  if (provisioner.endsWith(CEPHFS_DRIVER)) checkFiles(cluster, parameters, clusterID, say);
  const user = provisioner.endsWith(RBD_DRIVER) ? 'rbd' : 'cephfs';
  if (provisioner.endsWith(RBD_DRIVER) || provisioner.endsWith(CEPHFS_DRIVER)) {
    checkSecrets(cluster, entry, parameters, user, namespaces.includes(clusterID) ? [clusterID] : namespaces, say);
  }
}

/** Ids of RADOS namespaces and subvolume groups, which stand for a part of a cluster; their status tells them. */
function cephIds(cluster: ClusterView): string[] {
  const kinds = ['ceph.rook.io/CephBlockPoolRadosNamespace', 'ceph.rook.io/CephFilesystemSubVolumeGroup'];
  return kinds.flatMap((kind) =>
    [...cluster.ofKind(kind)].flatMap((e) => specOf<{ clusterID?: string }>(e).clusterID ?? []),
  );
}

function checkBlock(cluster: ClusterView, parameters: Parameters, namespace: string, say: Say): void {
  const names = cluster.names(BLOCK_POOL, namespace);
  const find = (name: string) => {
    const entry = cluster.find(BLOCK_POOL, namespace, name);
    return entry && specOf<PoolShape>(entry);
  };
  const { pool = '', dataPool, imageFeatures = '' } = parameters;
  const isCoded = (spec: PoolShape) => Boolean(spec.erasureCoded?.dataChunks);
  if (names.length > 0 || pool === '') {
    const found = find(pool);
    if (!found)
      say(
        `is of the pool "${pool}", which nothing makes${didYouMean(pool, names)}`,
        'Name a CephBlockPool.',
        'parameters.pool',
      );
    else if (isCoded(found))
      say(
        `keeps images in the erasure-coded pool "${pool}"`,
        'Name a replicated pool, and the other one as dataPool.',
        'parameters.pool',
      );
    if (dataPool !== undefined) {
      const data = find(dataPool);
      if (!data)
        say(
          `keeps data in the pool "${dataPool}", which nothing makes${didYouMean(dataPool, names)}`,
          'Name a CephBlockPool.',
          'parameters.dataPool',
        );
      else if (!isCoded(data))
        say(
          `names the replicated pool "${dataPool}" as its dataPool`,
          'A dataPool is erasure-coded; take it away.',
          'parameters.dataPool',
        );
    }
  }
  const features = imageFeatures.split(',').map((f) => f.trim());
  const needs: readonly (readonly [string, string])[] = [
    ['object-map', 'exclusive-lock'],
    ['journaling', 'exclusive-lock'],
    ['fast-diff', 'object-map'],
  ];
  for (const [feature, other] of needs) {
    if (features.includes(feature) && !features.includes(other)) {
      say(`wants the image feature ${feature} without ${other}`, `Add ${other}.`, 'parameters.imageFeatures');
    }
  }
  if (parameters['csi.storage.k8s.io/fstype'] === 'xfs' && nodesOf(cluster).length === 1) {
    say(
      'formats with xfs, where Pods share their node with OSDs: both may wait for each other',
      'Take ext4.',
      'parameters',
      'warning',
    );
  }
}

function checkFiles(cluster: ClusterView, parameters: Parameters, namespace: string, say: Say): void {
  const { fsName = '', pool } = parameters;
  const names = cluster.names(FILESYSTEM, namespace);
  const found = cluster.find(FILESYSTEM, namespace, fsName);
  if (!found) {
    say(
      fsName
        ? `is of the filesystem "${fsName}", which nothing makes${didYouMean(fsName, names)}`
        : 'names no filesystem',
      'Name a CephFilesystem: fsName.',
      'parameters.fsName',
    );
    return;
  }
  const { dataPools = [] } = specOf<{ dataPools?: readonly PoolShape[] }>(found);
  const pools = dataPools.map(({ name }, i) => `${fsName}-${name ?? `data${i}`}`);
  if (pool !== undefined && !pools.includes(pool)) {
    say(
      `is of the pool "${pool}", which ${fsName} has not${didYouMean(pool, pools)}`,
      `One of ${pools.join(', ')}.`,
      'parameters.pool',
    );
  }
}

const USES = ['provisioner', 'controller-expand', 'controller-publish', 'node-stage'] as const;

function checkSecrets(
  cluster: ClusterView,
  entry: Entry,
  parameters: Parameters,
  user: 'rbd' | 'cephfs',
  namespaces: readonly string[],
  say: Say,
): void {
  for (const use of USES) {
    const name = parameters[`csi.storage.k8s.io/${use}-secret-name`];
    const namespace = parameters[`csi.storage.k8s.io/${use}-secret-namespace`];
    const at = `parameters.csi.storage.k8s.io/${use}-secret-name`;
    if (name === undefined) {
      if (use === 'provisioner' || use === 'node-stage')
        say(`names no ${use} secret`, `rook-csi-${user}-${use === 'node-stage' ? 'node' : 'provisioner'}.`, at);
      else if (use === 'controller-expand' && entry.object['allowVolumeExpansion'] === true) {
        say('lets volumes grow without a secret for it', `rook-csi-${user}-provisioner.`, at);
      }
      continue;
    }
    const right = `rook-csi-${user}-${use === 'node-stage' ? 'node' : 'provisioner'}`;
    const own = cluster.find('Secret', namespace, name) || cluster.find('ceph.rook.io/CephClient', namespace, name);
    if (name !== right && !own) say(`names the secret "${name}" for ${use}`, `${right}, which Rook makes.`, at);
    else if (!own && namespace !== undefined && !namespaces.includes(namespace)) {
      say(
        `looks for the secret "${name}" in ${namespace}`,
        `In ${namespaces.join(' or ')}, where the CephCluster is.`,
        at,
      );
    }
  }
}
