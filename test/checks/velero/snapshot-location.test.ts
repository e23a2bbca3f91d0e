import { testRule } from '../../helpers/rule';
import { all, schedule, VELERO, velero } from '../../helpers/velero';

const snapshots = (name: string) => velero('VolumeSnapshotLocation', name, { provider: 'aws' });

testRule(
  'velero/snapshot-location',
  {
    wrong: [
      [
        'one that is not there',
        schedule({ volumeSnapshotLocations: ['eu'] }),
        'names the VolumeSnapshotLocation "eu", which is not in app',
      ],
      [
        'two of a provider',
        all(snapshots('a'), snapshots('b'), schedule({ volumeSnapshotLocations: ['a', 'b'] })),
        'names "a" and "b", both of aws',
      ],
      [
        'none of two',
        all(snapshots('a'), snapshots('b'), schedule()),
        'names none of the 2 VolumeSnapshotLocations of aws',
      ],
    ],
    right: {
      'the only one': all(snapshots('a'), schedule()),
      'one of two': all(snapshots('a'), snapshots('b'), schedule({ volumeSnapshotLocations: ['a'] })),
    },
  },
  VELERO,
);
