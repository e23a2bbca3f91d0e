import { ROOK, replicated, rook, withCluster } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

testRule(
  'rook/cluster-exists',
  {
    wrong: [
      ['a pool alone', rook('BlockPool', 'pool', replicated()), 'is in app, where no CephCluster is'],
      [
        'a group of no filesystem',
        withCluster(rook('FilesystemSubVolumeGroup', 'g', { filesystemName: 'files' })),
        'is of the filesystem "files", which nothing makes',
      ],
      [
        'a name of Ceph’s own',
        withCluster(rook('Client', 'admin', { caps: {} })),
        "has the name of an account that is Ceph's own",
      ],
    ],
    right: {
      'beside it': withCluster(rook('BlockPool', 'pool', replicated())),
    },
  },
  ROOK,
);
