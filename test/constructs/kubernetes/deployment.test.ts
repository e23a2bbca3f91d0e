import { snapshotOf } from '../../helpers/snapshot';

snapshotOf('deployment');
