import { ROOK, replicated, rook, withCluster } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

testRule(
  'rook/pool-name',
  {
    wrong: [
      [
        'one pool for two',
        withCluster(
          rook('BlockPool', 'files-metadata', replicated()),
          rook('Filesystem', 'files', {
            metadataPool: replicated(),
            dataPools: [replicated(3, { name: 'x' })],
            preserveFilesystemOnDelete: true,
            metadataServer: { activeCount: 1 },
          }),
        ),
        'makes Ceph\'s pool "files-metadata", as does CephBlockPool app/files-metadata',
      ],
    ],
    right: {
      'the manager’s': withCluster(rook('BlockPool', 'builtin-mgr', replicated(3, { name: '.mgr' }))),
    },
  },
  ROOK,
);
