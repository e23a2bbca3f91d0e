import { BUCKET_CLAIM, BUCKET_PROVISIONER, OBJECT_STORE, OBJECT_STORE_USER } from '../../facts/rook';
import { didYouMean, sentence } from '../../fleet/did-you-mean';
import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import type { Report, Rule } from '../rule';
import { specOf } from '../spec-of';

export const objectUser: Rule = {
  id: 'rook/object-user',
  holds: 'users and bucket claims name a store or class that is there and lets them in',
  category: 'reference',
  effect: 'Nobody makes the user or the bucket, and so not the Secret with its keys: Pods that want it do not start.',
  source: 'Rook v1.20.6, pkg/operator/ceph/object/user/controller.go; pkg/operator/ceph/object/bucket/provisioner.go',
  check(cluster, report) {
    for (const entry of cluster.ofKind(OBJECT_STORE_USER)) checkUser(cluster, entry, report);
    for (const entry of cluster.ofKind(BUCKET_CLAIM)) checkClaim(cluster, entry, report);
  },
};

function checkUser(cluster: ClusterView, entry: Entry, report: Report): void {
  const { store = '', clusterNamespace } = specOf<{ store?: string; clusterNamespace?: string }>(entry);
  const { namespace = '' } = entry.object.metadata;
  const home = clusterNamespace || namespace;
  const found = cluster.find(OBJECT_STORE, home, store);
  const name = describe(entry.object);
  if (!found) {
    report(entry, {
      message: `${name} is of the store "${store}" in ${home}, which nothing makes.${didYouMean(store, cluster.names(OBJECT_STORE, home))}`,
      fix: 'Name a CephObjectStore; one of another namespace by `clusterNamespace`.',
      section: 'spec.store',
    });
    return;
  }
  const { allowUsersInNamespaces = [] } = specOf<{ allowUsersInNamespaces?: readonly string[] }>(found);
  if (home === namespace || allowUsersInNamespaces.some((allowed) => allowed === namespace || allowed === '*')) return;
  report(entry, {
    message: `${name} is of ${describe(found.object)}, which has no users in ${namespace}.`,
    fix: `Allow it: allowUsersInNamespaces: ["${namespace}"].`,
    section: 'spec.clusterNamespace',
  });
}

function checkClaim(cluster: ClusterView, entry: Entry, report: Report): void {
  const spec = specOf<{ storageClassName?: string; bucketName?: string; generateBucketName?: string }>(entry);
  const name = describe(entry.object);
  const say = (what: string, fix: string, section: string) =>
    report(entry, { message: `${name} ${sentence(what)}`, fix, section });
  if (!spec.bucketName && !spec.generateBucketName)
    say('names no bucket', 'bucketName, or generateBucketName.', 'spec');
  const className = spec.storageClassName ?? '';
  const found = cluster.find('storage.k8s.io/StorageClass', undefined, className);
  const external = cluster.facts.externals?.storageClasses?.includes(className);
  if (!found && !external) {
    const known = cluster.names('storage.k8s.io/StorageClass');
    say(
      `wants the StorageClass "${className}", which nothing makes${didYouMean(className, known)}`,
      'Add a bucket class: `store.addBucketClass(…)`.',
      'spec.storageClassName',
    );
  } else if (found && !String(found.object['provisioner']).endsWith(BUCKET_PROVISIONER)) {
    say(
      `wants the StorageClass "${className}", which is for volumes`,
      `A class whose provisioner ends in ${BUCKET_PROVISIONER}.`,
      'spec.storageClassName',
    );
  }
}
