import { cephCluster, ROOK } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

testRule(
  'rook/device-name',
  {
    wrong: [
      [
        'one disk in two machines',
        cephCluster({
          storage: { nodes: ['a', 'b'].map((name) => ({ name, devices: [{ name: '/dev/disk/by-id/x' }] })) },
        }),
        'names /dev/disk/by-id/x on a and on b',
      ],
      [
        'names of the kernel',
        cephCluster({ storage: { nodes: [{ name: 'a', devices: [{ name: 'sdb' }, { name: 'sdc' }] }] } }),
        'names disks as the kernel does: sdb, sdc',
      ],
      [
        'a path that is none',
        cephCluster({ storage: { nodes: [{ name: 'a', devices: [{ name: 'disk/by-id/wwn-x' }] }] } }),
        'only paths below /dev/ are looked up',
      ],
      [
        'one disk twice',
        cephCluster({
          storage: {
            nodes: [{ name: 'a', devices: [{ name: '/dev/disk/by-id/wwn-x' }, { fullpath: '/dev/disk/by-id/wwn-x' }] }],
          },
        }),
        'twice',
      ],
    ],
    right: {
      'paths that stay': cephCluster(),
    },
  },
  ROOK,
);
