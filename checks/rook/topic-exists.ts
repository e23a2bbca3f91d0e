import { BUCKET_NOTIFICATION, BUCKET_TOPIC, OBJECT_STORE } from '../../facts/rook';
import { didYouMean } from '../../fleet/did-you-mean';
import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import type { Report, Rule } from '../rule';
import { specOf } from '../spec-of';

interface TopicSpec {
  readonly objectStoreName?: string;
  readonly objectStoreNamespace?: string;
}

export const topicExists: Rule = {
  id: 'rook/topic-exists',
  holds: 'a topic’s store and a notification’s topic are there',
  category: 'reference',
  effect: 'The operator waits for it, and says so in its log alone: nobody hears of the bucket.',
  source: 'Rook v1.20.6, pkg/operator/ceph/object/topic, pkg/operator/ceph/object/notification',
  check(cluster, report) {
    for (const entry of cluster.ofKind(BUCKET_TOPIC)) checkStore(cluster, entry, report);
    for (const entry of cluster.ofKind(BUCKET_NOTIFICATION)) checkNotification(cluster, entry, report);
  },
};

function checkStore(cluster: ClusterView, entry: Entry, report: Report): void {
  const { objectStoreName = '', objectStoreNamespace = '' } = specOf<TopicSpec>(entry);
  if (cluster.find(OBJECT_STORE, objectStoreNamespace, objectStoreName)) return;
  const known = cluster.names(OBJECT_STORE, objectStoreNamespace);
  report(entry, {
    message: `${describe(entry.object)} is of the store "${objectStoreName}" in ${objectStoreNamespace || 'no namespace'}, which nothing makes.${didYouMean(objectStoreName, known)}`,
    fix: 'Name a CephObjectStore and its namespace.',
    section: 'spec.objectStoreName',
  });
}

function checkNotification(cluster: ClusterView, entry: Entry, report: Report): void {
  const { topic = '' } = specOf<{ readonly topic?: string }>(entry);
  const { namespace } = entry.object.metadata;
  if (cluster.find(BUCKET_TOPIC, namespace, topic)) return;
  report(entry, {
    message: `${describe(entry.object)} is of the topic "${topic}", which nothing makes in ${namespace}.${didYouMean(topic, cluster.names(BUCKET_TOPIC, namespace))}`,
    fix: 'Name a CephBucketTopic of the same namespace.',
    section: 'spec.topic',
  });
}
