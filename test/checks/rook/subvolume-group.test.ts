import { ROOK, replicated, rook, withCluster } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

const group = (pinning: object) =>
  withCluster(
    rook('Filesystem', 'files', {
      metadataPool: replicated(),
      dataPools: [replicated(3, { name: 'data' })],
      preserveFilesystemOnDelete: true,
      metadataServer: { activeCount: 1 },
    }),
    rook('FilesystemSubVolumeGroup', 'group', { filesystemName: 'files', pinning }),
  );

testRule(
  'rook/subvolume-group',
  {
    wrong: [['two pinnings', group({ distributed: 1, export: 0 }), 'is pinned in 2 ways: distributed, export']],
    right: { one: group({ export: 0 }), none: group({}) },
  },
  ROOK,
);
