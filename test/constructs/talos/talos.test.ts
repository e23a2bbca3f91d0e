import { talos } from '../../../constructs/talos/talos';

test('nodes are facts of the cluster', () => {
  const nodes = [{ name: '192.168.1.171', bootDisk: 'sdb', disks: ['sdc'] }];
  expect(talos({ nodes })).toEqual({ name: 'talos', nodes });
});
