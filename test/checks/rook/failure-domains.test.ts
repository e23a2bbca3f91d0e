import { buildApp, raw } from '../../helpers/cluster';
import { cephCluster, ROOK, replicated, rook, withCluster } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

const pool = (spec: object) => withCluster(rook('BlockPool', 'pool', spec));

testRule(
  'rook/failure-domains',
  {
    wrong: [
      [
        'more copies than hosts',
        pool({ replicated: { size: 4 } }),
        'wants 4 copies over hosts, and there are 3 hosts with OSDs',
      ],
      [
        'more chunks than hosts',
        pool({ erasureCoded: { dataChunks: 3, codingChunks: 1 } }),
        'wants 4 chunks over hosts',
      ],
      [
        'more copies than OSDs',
        pool({ failureDomain: 'osd', replicated: { size: 7 } }),
        'wants 7 copies over osds, and there are 6 OSDs',
      ],
      [
        'no disks of the class',
        pool({ deviceClass: 'ssd', replicated: { size: 3 } }),
        'there are 0 hosts with OSDs of class ssd',
      ],
      ['a domain that is none', pool({ failureDomain: 'blade', replicated: { size: 3 } }), 'spreads over "blade"'],
      [
        'more than device sets have',
        (app, cluster) => {
          const spec = { volumeMode: 'Block', storageClassName: 'fast' };
          const set = { name: 's', count: 2, volumeClaimTemplates: [{ spec }] };
          cephCluster({ storage: { storageClassDeviceSets: [set] } })(app, cluster);
          rook('BlockPool', 'pool', { replicated: { size: 3 } })(app, cluster);
        },
        'there are 2 OSDs',
      ],
      [
        'a store’s pool',
        withCluster(
          rook('ObjectStore', 'o', { metadataPool: replicated(4), dataPool: replicated(), gateway: { port: 80 } }),
        ),
        'metadataPool wants 4 copies over hosts',
      ],
    ],
    right: {
      'three over three': pool({ replicated: { size: 3 } }),
      'two a host': pool({ replicated: { size: 4, replicasPerFailureDomain: 2 } }),
      'disks of the class': pool({ deviceClass: 'hdd', replicated: { size: 3 } }),
    },
  },
  ROOK,
);

describe('by labels', () => {
  const labelled = (...zones: (string | undefined)[]) =>
    withCluster(rook('BlockPool', 'pool', { failureDomain: 'zone', replicated: { size: 2 } }), (app) => {
      for (const [i, zone] of zones.entries()) {
        const labels: Record<string, string> = zone === undefined ? {} : { 'topology.kubernetes.io/zone': zone };
        raw(app, `n${i}`, { apiVersion: 'v1', kind: 'Node', metadata: { name: `n${i}`, labels } });
      }
    });
  const messages = (...zones: (string | undefined)[]) =>
    buildApp(labelled(...zones), { ...ROOK, platform: { name: 'none' } })
      .findings.filter(({ rule }) => rule === 'rook/failure-domains')
      .map(({ message }) => message);

  test('none', () =>
    expect(messages(undefined, undefined)[0]).toContain('no node has the label topology.kubernetes.io/zone'));
  test('too few', () => expect(messages('x', 'x')[0]).toContain('the nodes are in 1 of them'));
  test('enough', () => expect(messages('x', 'y')).toEqual([]));
});
