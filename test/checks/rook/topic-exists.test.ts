import { KAFKA, notification, ROOK, STORE, topic, withCluster } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

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
  ROOK,
);
