import { snapshotOf } from '../../helpers/snapshot';

snapshotOf('persistent-volume-claim');
