import { raw } from '../../helpers/cluster';
import { EDGE } from '../../helpers/gateway';
import { type Fill, testRule } from '../../helpers/rule';

const pools =
  (...addresses: string[][]): Fill =>
  (app) => {
    for (const [i, list] of addresses.entries()) {
      raw(app, `pool-${i}`, {
        apiVersion: 'metallb.io/v1beta1',
        kind: 'IPAddressPool',
        metadata: { name: `pool-${i}` },
        spec: { addresses: list },
      });
    }
    raw(app, 'l2', { apiVersion: 'metallb.io/v1beta1', kind: 'L2Advertisement', metadata: { name: 'all' }, spec: {} });
  };

testRule(
  'metallb/pool-addresses',
  {
    wrong: [
      ['one address', pools(['192.0.2.1']), '"192.0.2.1" is no network and no range'],
      ['a range backwards', pools(['192.0.2.9-192.0.2.1']), '"192.0.2.9-192.0.2.1" is no network'],
      [
        'two pools',
        pools(['10.64.0.0/24'], ['10.64.0.200-10.64.1.10']),
        '10.64.0.200-10.64.1.10 overlaps 10.64.0.0/24 of IPAddressPool app/pool-0',
      ],
      ['one pool twice', pools(['2001:db8::/64', '2001:db8::1/128']), '2001:db8::1/128 overlaps 2001:db8::/64'],
    ],
    right: { apart: pools(['10.64.0.0/24', '2001:db8::/64'], ['10.64.1.1-10.64.1.9']) },
  },
  EDGE,
);
