import { cephCluster, ROOK, SPEC } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

const of = (config: object, name = '/dev/disk/by-id/wwn-sdb') =>
  cephCluster({ storage: { nodes: [{ name: 'a', devices: [{ name, config }] }] } });

testRule(
  'rook/osd-config',
  {
    wrong: [
      [
        'a key that nobody reads',
        of({ osdPerDevice: '2' }),
        'nobody reads "osdPerDevice" of a disk. Did you mean "osdsPerDevice"?',
      ],
      [
        'several OSDs on a logical volume',
        of({ osdsPerDevice: '2' }, '/dev/vg/lv'),
        'several OSDs on the logical volume /dev/vg/lv',
      ],
      ['an encrypted volume', of({ encryptedDevice: 'true' }, '/dev/vg/lv'), 'cannot be encrypted'],
      [
        'one partition for all',
        cephCluster({ storage: { ...SPEC.storage, config: { metadataDevice: 'nvme0n1p1' } } }),
        'all disks share one partition',
      ],
    ],
    right: {
      'a class': of({ deviceClass: 'ssd', encryptedDevice: 'true' }),
    },
  },
  ROOK,
);
