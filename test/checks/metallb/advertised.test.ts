import { raw } from '../../helpers/cluster';
import { EDGE } from '../../helpers/gateway';
import { type Fill, testRule } from '../../helpers/rule';

const metallb =
  (...objects: [kind: string, name: string, spec: object][]): Fill =>
  (app) => {
    for (const [kind, name, spec] of objects) {
      const version = kind === 'BGPPeer' ? 'v1beta2' : 'v1beta1';
      raw(app, `${kind}-${name}`, { apiVersion: `metallb.io/${version}`, kind, metadata: { name }, spec });
    }
  };
const POOL: [string, string, object] = ['IPAddressPool', 'routed', { addresses: ['10.64.0.0/24'] }];
const PEER: [string, string, object] = [
  'BGPPeer',
  'vyos',
  { myASN: 64514, peerASN: 64513, peerAddress: '192.168.1.1' },
];

testRule(
  'metallb/advertised',
  {
    wrong: [
      ['a pool that nobody tells of', metallb(POOL), 'IPAddressPool app/routed is in no advertisement'],
      [
        'a pool that is not there',
        metallb(['L2Advertisement', 'lan', { ipAddressPools: ['lna'] }]),
        'names the IPAddressPool "lna", which nothing makes',
      ],
      [
        'a peer that is not there',
        metallb(POOL, PEER, ['BGPAdvertisement', 'all', { peers: ['vyso'] }]),
        'names the BGPPeer "vyso", which nothing makes. Did you mean "vyos"?',
      ],
      ['nobody to tell', metallb(POOL, ['BGPAdvertisement', 'all', {}]), 'has nobody to tell'],
      [
        'a profile that is not there',
        metallb(POOL, ['L2Advertisement', 'lan', {}], ['BGPPeer', 'vyos', { ...PEER[2], bfdProfile: 'fast' }]),
        'names the BFDProfile "fast"',
      ],
    ],
    right: {
      'by BGP': metallb(POOL, PEER, ['BGPAdvertisement', 'all', { ipAddressPools: ['routed'], peers: ['vyos'] }]),
      'all pools by ARP': metallb(POOL, ['L2Advertisement', 'lan', {}]),
    },
  },
  EDGE,
);
