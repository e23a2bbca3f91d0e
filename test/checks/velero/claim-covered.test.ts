import { deployment, raw } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';
import { all, claim, schedule, VELERO } from '../../helpers/velero';

const FILES = schedule({ defaultVolumesToFsBackup: true, snapshotVolumes: false });

testRule(
  'velero/claim-covered',
  {
    wrong: [
      ['files of no Pod', all(FILES, claim('data')), "are in no Schedule's backup"],
      [
        'a claim of another namespace',
        all(schedule({ includedNamespaces: ['kube-system'] }), claim('data')),
        "PersistentVolumeClaim app/data: the volumes of spec are in no Schedule's backup",
      ],
      [
        'a Schedule without volumes',
        all(schedule({ snapshotVolumes: false }), claim('data')),
        "are in no Schedule's backup",
      ],
      ['a paused Schedule', all(schedule({}, { paused: true }), claim('data')), "are in no Schedule's backup"],
      [
        'a selector that does not fit',
        all(schedule({ labelSelector: { matchLabels: { app: 'x' } } }), claim('data')),
        "are in no Schedule's backup",
      ],
      [
        'claims left out',
        all(schedule({ excludedResources: ['persistentvolumeclaims'] }), claim('data')),
        "are in no Schedule's backup",
      ],
    ],
    right: {
      saved: all(schedule(), claim('data')),
      'files of a Pod': all(FILES, claim('data'), (app) => {
        raw(
          app,
          'web',
          deployment('web', { spec: { volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'data' } }] } }),
        );
      }),
      'no Velero': claim('data'),
    },
  },
  VELERO,
);
