import { snapshotOf } from '../../helpers/snapshot';

snapshotOf('job');
