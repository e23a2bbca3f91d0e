import { testRule } from '../../helpers/rule';
import { all, location, schedule, VELERO, velero } from '../../helpers/velero';

testRule(
  'velero/schedule',
  {
    wrong: [
      ['a cron that is none', schedule({}, { schedule: '0 2 * *' }), 'it has 4 fields instead of 5'],
      ['one that never fires', schedule({}, { schedule: '0 0 30 2 *' }), 'it never fires'],
      ['in no month of the list', schedule({}, { schedule: '0 0 31 9,11 *' }), 'it never fires'],
      [
        'a time zone that is none',
        schedule({}, { schedule: 'CRON_TZ=Europe/Stokholm 0 2 * * *' }),
        '"Europe/Stokholm" is no time zone',
      ],
      ['days in @every', schedule({}, { schedule: '@every 1d' }), '"1d" is no duration'],
      [
        'a long name',
        all(
          location(),
          velero('Schedule', 'a'.repeat(64), { schedule: '@daily', template: { includedNamespaces: ['app'] } }),
        ),
        'has a name of 64 characters',
      ],
      ['a run that is skipped', schedule({}, { skipImmediately: true }), 'skips its next run'],
      ['owned backups', schedule({}, { useOwnerReferencesInBackup: true }), 'owns its backups'],
    ],
    right: {
      'every night': schedule(),
      'in a time zone': schedule({}, { schedule: 'CRON_TZ=Europe/Stockholm 0 2 * * 0' }),
      'every six hours': schedule({}, { schedule: '@every 6h' }),
    },
  },
  VELERO,
);
