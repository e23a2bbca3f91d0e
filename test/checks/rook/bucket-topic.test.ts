import { KAFKA, notification, ROOK, STORE, topic, withCluster } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

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
  ROOK,
);
