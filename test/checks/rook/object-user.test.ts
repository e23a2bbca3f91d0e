import { raw } from '../../helpers/cluster';
import { ROOK, replicated, rook, storageClass, withCluster } from '../../helpers/rook';
import { type Fill, testRule } from '../../helpers/rule';

const STORE = rook('ObjectStore', 'objects', {
  metadataPool: replicated(),
  dataPool: replicated(),
  gateway: { port: 80 },
});
const CLASS = storageClass('buckets', {
  provisioner: 'app.ceph.rook.io/bucket',
  parameters: { objectStoreName: 'objects', objectStoreNamespace: 'app' },
});
const claim =
  (spec: object): Fill =>
  (app) => {
    raw(app, 'claim', {
      apiVersion: 'objectbucket.io/v1alpha1',
      kind: 'ObjectBucketClaim',
      metadata: { name: 'b' },
      spec,
    });
  };

testRule(
  'rook/object-user',
  {
    wrong: [
      [
        'a store that is not there',
        withCluster(rook('ObjectStoreUser', 'u', { store: 'object' })),
        'is of the store "object" in app, which nothing makes',
      ],
      [
        'a namespace that may not',
        withCluster(
          STORE,
          rook('ObjectStoreUser', 'u', { store: 'objects', clusterNamespace: 'app' }, { namespace: 'ceph' }),
        ),
        'which has no users in ceph',
      ],
      [
        'a class that is not there',
        withCluster(claim({ storageClassName: 'buckets', bucketName: 'b' })),
        'wants the StorageClass "buckets", which nothing makes',
      ],
      ['no bucket', withCluster(STORE, CLASS, claim({ storageClassName: 'buckets' })), 'names no bucket'],
    ],
    right: {
      'a user and a bucket': withCluster(
        STORE,
        CLASS,
        rook('ObjectStoreUser', 'u', { store: 'objects' }),
        claim({ storageClassName: 'buckets', generateBucketName: 'b' }),
      ),
    },
  },
  ROOK,
);
