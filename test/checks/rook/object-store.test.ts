import { ROOK, replicated, rook, withCluster } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

const storeOf = (spec: object, name = 'objects') =>
  rook('ObjectStore', name, { metadataPool: replicated(), dataPool: replicated(), gateway: { port: 80 }, ...spec });
const store = (spec: object, name?: string) => withCluster(storeOf(spec, name));

testRule(
  'rook/object-store',
  {
    wrong: [
      ['a long name', store({}, 'a'.repeat(39)), 'has a name of 39 characters'],
      ['no port', store({ gateway: {} }), 'listens at no port'],
      [
        'a secure port without a certificate',
        store({ gateway: { securePort: 443 } }),
        'has a securePort without a certificate',
      ],
      ['a zone that is not there', store({ zone: { name: 'z' } }), 'is of the zone "z", which nothing makes'],
      [
        'a shared pool that is not there',
        store({
          metadataPool: undefined,
          dataPool: undefined,
          sharedPools: { metadataPoolName: 'meta', dataPoolName: 'meta' },
        }),
        'shares the pool "meta", which nothing makes',
      ],
      [
        'a shared pool beside an own one',
        withCluster(rook('BlockPool', 'meta', replicated()), storeOf({ sharedPools: { metadataPoolName: 'meta' } })),
        'has a metadata pool of its own and a shared one',
      ],
      ['a name with a wildcard', store({ hosting: { dnsNames: ['*.s3.example.com'] } }), 'which is no DNS name'],
    ],
    right: {
      'as it should be': store({}),
    },
  },
  ROOK,
);
