import { ROOK, replicated, rook, withCluster } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

const files = (spec: object) =>
  withCluster(
    rook('Filesystem', 'files', {
      metadataPool: replicated(),
      dataPools: [replicated(3, { name: 'x' })],
      preserveFilesystemOnDelete: true,
      metadataServer: { activeCount: 1 },
      ...spec,
    }),
  );

testRule(
  'rook/filesystem',
  {
    wrong: [
      ['no data pool', files({ dataPools: [] }), 'has no data pool'],
      [
        'an erasure-coded first pool',
        files({ dataPools: [{ name: 'x', failureDomain: 'host', erasureCoded: { dataChunks: 2, codingChunks: 1 } }] }),
        'has an erasure-coded first data pool',
      ],
      ['a pool without a name', files({ dataPools: [replicated()] }), 'has a data pool without a name'],
      ['gone with its object', files({ preserveFilesystemOnDelete: false }), 'goes with its object'],
      [
        'more servers than nodes',
        files({
          metadataServer: {
            activeCount: 2,
            placement: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [] } },
          },
        }),
        'wants 4 metadata servers on nodes of their own, of 3',
      ],
    ],
    right: {
      'as it should be': files({}),
    },
  },
  ROOK,
);
