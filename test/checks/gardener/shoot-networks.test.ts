import { GARDEN, shoot } from '../../helpers/gardener';
import { testRule } from '../../helpers/rule';

testRule(
  'gardener/shoot-networks',
  {
    wrong: [
      ['no range', shoot({ networking: { pods: '100.96.0.0' } }), 'which is no range'],
      ['bits behind the mask', shoot({ networking: { pods: '100.96.0.1/11' } }), 'which has bits behind its mask'],
      ['of another family', shoot({ networking: { pods: 'fd00::/64' } }), 'its addresses are IPv4'],
      [
        'the same addresses twice',
        shoot({ networking: { services: '10.250.128.0/20' } }),
        'the same addresses for nodes and services',
      ],
      ['what Gardener keeps', shoot({ networking: { pods: '244.0.0.0/11' } }), 'which Gardener keeps for itself'],
      ['a type that is no name', shoot({ networking: { type: 'ca lico' } }), 'which is no name'],
      [
        'a mask for nodes',
        shoot({ spec: { kubernetes: { version: '1.34.2', kubeControllerManager: { nodeCIDRMaskSize: 30 } } } }),
        'gives each node a /30',
      ],
      ['no nodes', shoot({ networking: { nodes: undefined } }), 'has no range for its nodes'],
      ['no workers', shoot({ networks: {} }), 'has no range for its workers'],
      [
        'workers elsewhere',
        shoot({ networks: { workers: '10.251.0.0/19' } }),
        'which is not within its nodes’ 10.250.0.0/16',
      ],
      ['a subnet pool without an id', shoot({ networks: { subnetPool: { id: '' } } }), 'a subnet pool without an id'],
    ],
    right: {
      'as it should be': shoot(),
      'a subnet pool': shoot({ networks: { subnetPool: { id: 'a' } } }),
    },
  },
  GARDEN,
);
