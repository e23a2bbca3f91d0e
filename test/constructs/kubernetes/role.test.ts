import { snapshotOf } from '../../helpers/snapshot';

snapshotOf('role');
