import { testRule } from '../../helpers/rule';
import { location, schedule, VELERO } from '../../helpers/velero';

testRule(
  'velero/duration',
  {
    wrong: [
      ['days', schedule({ ttl: '30d' }), '"30d" in spec.template.ttl is no duration of Go'],
      ['before now', schedule({ ttl: '-1h' }), 'spec.template.ttl is -1h, before now'],
      ['of a location', location({ backupSyncPeriod: '1 minute' }), '"1 minute" in spec.backupSyncPeriod'],
    ],
    right: {
      hours: schedule({ ttl: '720h0m0s', csiSnapshotTimeout: '10m' }),
      'the server’s own': schedule({ ttl: '0' }),
    },
  },
  VELERO,
);
