import { ROOK, replicated, rook, withCluster } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

const pool = (spec: object) => withCluster(rook('BlockPool', 'pool', spec));

testRule(
  'rook/pool-spec',
  {
    wrong: [
      [
        'both kinds',
        pool({ replicated: { size: 3 }, erasureCoded: { dataChunks: 2, codingChunks: 1 } }),
        'is both replicated and erasure-coded',
      ],
      ['neither', pool({ failureDomain: 'host' }), 'is neither replicated nor erasure-coded'],
      ['one data chunk', pool({ erasureCoded: { dataChunks: 1, codingChunks: 1 } }), 'has 1 data chunks'],
      ['no coding chunk', pool({ erasureCoded: { dataChunks: 2, codingChunks: 0 } }), 'has no coding chunk'],
      [
        'half of a placement',
        pool({ erasureCoded: { dataChunks: 2, codingChunks: 1, crushNumFailureDomains: 3 } }),
        'says one of crushNumFailureDomains and crushOSDsPerFailureDomain',
      ],
      [
        'copies in a domain',
        pool({ replicated: { size: 3, replicasPerFailureDomain: 3 } }),
        'keeps 3 of 3 copies in each failure domain',
      ],
      ['a domain in itself', pool({ replicated: { size: 3, subFailureDomain: 'host' } }), 'which is its failureDomain'],
      [
        'a compression that is none',
        pool({ replicated: { size: 3 }, parameters: { compression_mode: 'fast' } }),
        'has the compression_mode "fast"',
      ],
      [
        'a mirror without a mode',
        pool({ replicated: { size: 3 }, mirroring: { enabled: true } }),
        'is mirrored in no mode',
      ],
      [
        'erasure-coded metadata',
        withCluster(
          rook('Filesystem', 'files', {
            metadataPool: { erasureCoded: { dataChunks: 2, codingChunks: 1 } },
            dataPools: [replicated(3, { name: 'x' })],
            preserveFilesystemOnDelete: true,
            metadataServer: { activeCount: 1 },
          }),
        ),
        'is erasure-coded, and holds metadata',
      ],
    ],
    right: {
      'three copies': pool({ replicated: { size: 3 } }),
      pieces: pool({ erasureCoded: { dataChunks: 2, codingChunks: 1 } }),
    },
  },
  ROOK,
);
