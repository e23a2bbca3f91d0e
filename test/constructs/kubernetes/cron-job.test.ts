import { snapshotOf } from '../../helpers/snapshot';

snapshotOf('cron-job');
