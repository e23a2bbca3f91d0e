import { cephCluster, ROOK } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

testRule(
  'rook/network',
  {
    wrong: [
      [
        'two ways',
        cephCluster({ network: { hostNetwork: true, provider: 'multus', selectors: { public: 'ceph/public' } } }),
        'says hostNetwork and the provider "multus"',
      ],
      ['multus without a network', cephCluster({ network: { provider: 'multus' } }), 'uses multus without a network'],
      [
        'two networks for one use',
        cephCluster({ network: { provider: 'multus', selectors: { public: 'ceph/a,ceph/b' } } }),
        'selects several networks as public',
      ],
      [
        'ranges of nothing',
        cephCluster({ network: { addressRanges: { public: ['10.0.0.0/24'] } } }),
        'says addressRanges without a network of its own',
      ],
      [
        'a range that is none',
        cephCluster({ network: { provider: 'host', addressRanges: { public: ['10.0.0/24'] } } }),
        'has the address range "10.0.0/24"',
      ],
      [
        'several monitors on a port',
        cephCluster({ network: { provider: 'host' }, mon: { count: 3, allowMultiplePerNode: true } }),
        'puts several monitors on one node',
      ],
    ],
    right: {
      'the hosts’ network': cephCluster({ network: { provider: 'host', addressRanges: { public: ['10.0.0.0/24'] } } }),
      'by multus': cephCluster({ network: { provider: 'multus', selectors: { public: 'ceph/public' } } }),
    },
  },
  ROOK,
);
