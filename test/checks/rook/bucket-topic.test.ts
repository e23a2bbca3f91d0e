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
  'rook/bucket-topic',
  {
    wrong: [
      [
        'two endpoints',
        withCluster(STORE, topic({ ...KAFKA, amqp: { uri: 'amqp://broker', exchange: 'x' } })),
        'has 2 endpoints: kafka, amqp',
      ],
      ['no endpoint', withCluster(STORE, topic({})), 'has no endpoints'],
      ['another scheme', withCluster(STORE, topic({ kafka: { uri: 'http://broker' } })), 'which is no kafka'],
      [
        'no scheme',
        withCluster(STORE, topic({ http: { uri: 'broker:80' } })),
        'sends to "broker:80", which is no http',
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
