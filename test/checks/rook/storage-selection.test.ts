import { cephCluster, ROOK, SPEC } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

const SET = {
  name: 'set',
  count: 3,
  volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { volumeMode: 'Block', storageClassName: 'fast' } }],
};

testRule(
  'rook/storage-selection',
  {
    wrong: [
      [
        'all nodes, and some',
        cephCluster({ storage: { ...SPEC.storage, useAllNodes: true } }),
        'uses all nodes, and lists 3',
      ],
      ['none', cephCluster({ storage: { useAllNodes: false } }), 'has no disks'],
      [
        'two ways',
        cephCluster({ storage: { useAllNodes: true, useAllDevices: true, deviceFilter: '^sd[bc]$' } }),
        'selects disks by deviceFilter and useAllDevices: only deviceFilter counts',
      ],
    ],
    right: {
      'all of all': cephCluster({ storage: { useAllNodes: true, useAllDevices: true } }),
      'device sets': cephCluster({ storage: { storageClassDeviceSets: [SET] } }),
    },
  },
  ROOK,
);
