import { ROOK, replicated, rook, withCluster } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

const KAFKA = { kafka: { uri: 'kafka://broker:9092' } };
const STORE = rook('ObjectStore', 'objects', {
  metadataPool: replicated(),
  dataPool: replicated(),
  gateway: { port: 80 },
});
const topic = (endpoint: object, rest: object = {}) =>
  rook('BucketTopic', 'uploads', { objectStoreName: 'objects', objectStoreNamespace: 'app', endpoint, ...rest });
const notification = (name: string) => rook('BucketNotification', 'n', { topic: name });

testRule(
  'rook/topic-exists',
  {
    wrong: [
      [
        'a store that is not there',
        withCluster(STORE, topic(KAFKA, { objectStoreName: 'object' })),
        'is of the store "object" in app, which nothing makes. Did you mean "objects"?',
      ],
      [
        'a topic that is not there',
        withCluster(STORE, topic(KAFKA), notification('upload')),
        'is of the topic "upload", which nothing makes in app. Did you mean "uploads"?',
      ],
    ],
    right: {
      'a notification of a topic': withCluster(STORE, topic(KAFKA), notification('uploads')),
      'an encrypted broker': withCluster(STORE, topic({ amqp: { uri: 'amqps://broker', exchange: 'x' } })),
    },
  },
  {
    ...ROOK,
    externals: {
      ...ROOK.externals,
      kinds: [
        ...(ROOK.externals?.kinds ?? []),
        ...['CephBucketTopic', 'CephBucketNotification'].map((kind) => `ceph.rook.io/${kind}`),
      ],
    },
  },
);
