import { raw } from '../../helpers/cluster';
import { cephCluster, ROOK } from '../../helpers/rook';
import type { Fill } from '../../helpers/rule';
import { testRule } from '../../helpers/rule';

const labelled =
  (nodes: Readonly<Record<string, readonly [zone: string, rack: string]>>): Fill =>
  (app, cluster) => {
    cephCluster({ mon: { count: 1 } })(app, cluster);
    for (const [name, [zone, rack]] of Object.entries(nodes)) {
      const labels = { 'topology.kubernetes.io/zone': zone, 'topology.rook.io/rack': rack };
      raw(app, name, { apiVersion: 'v1', kind: 'Node', metadata: { name, labels } });
    }
  };

testRule(
  'rook/topology',
  {
    wrong: [
      ['a rack in two zones', labelled({ a: ['z1', 'r1'], b: ['z2', 'r1'] }), 'the rack "r1" is in "z1" and in "z2"'],
      ['one value at two levels', labelled({ a: ['x', 'x'] }), '"x" is a zone and a rack'],
    ],
    right: {
      'racks in a zone': labelled({ a: ['z1', 'r1'], b: ['z1', 'r2'] }),
    },
  },
  ROOK,
);
