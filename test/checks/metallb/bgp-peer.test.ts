import { AppProject } from '../../../constructs/argocd/app-project';
import { MetalLb } from '../../../constructs/metallb/metal-lb';
import { raw } from '../../helpers/cluster';
import { EDGE } from '../../helpers/gateway';
import { type Fill, testRule } from '../../helpers/rule';

const peer =
  (spec: object, bgp?: 'native' | 'frr-k8s'): Fill =>
  (app, cluster) => {
    const lb = bgp && new MetalLb(cluster, { project: new AppProject(cluster, 'network', { description: '' }), bgp });
    const full = { myASN: 64514, peerASN: 64513, peerAddress: '192.168.1.1', ...spec };
    raw(app, 'peer', {
      apiVersion: 'metallb.io/v1beta2',
      kind: 'BGPPeer',
      metadata: { name: 'vyos', namespace: lb?.namespace ?? 'app' },
      spec: full,
    });
  };

testRule(
  'metallb/bgp-peer',
  {
    wrong: [
      ['no address', peer({ peerAddress: 'router' }), 'has the peer "router", which is no address'],
      ['no system', peer({ peerASN: undefined }), 'does not say the peer’s autonomous system'],
      ['a system out of range', peer({ myASN: 0 }), 'has the myASN 0'],
      [
        'hops within a system',
        peer({ peerASN: 64514, ebgpMultiHop: true }),
        'wants several hops within one autonomous system',
      ],
      ['a hold time that is too short', peer({ holdTime: '1s' }), 'has the holdTime "1s"'],
      [
        'a sign that is too late',
        peer({ holdTime: '30s', keepaliveTime: '1m' }),
        'gives a sign every 1m, later than its holdTime of 30s',
      ],
      ['BFD without FRR', peer({ keepaliveTime: '10s' }, 'native'), 'says keepaliveTime, which native has not'],
      [
        'what FRR passes over',
        peer({ sourceAddress: '192.168.1.171' }, 'frr-k8s'),
        'says sourceAddress, which frr-k8s has not',
      ],
    ],
    right: {
      native: peer({ holdTime: '90s', sourceAddress: '192.168.1.171' }, 'native'),
      'with FRR': peer({ holdTime: '90s', keepaliveTime: '30s' }, 'frr-k8s'),
    },
  },
  EDGE,
);
