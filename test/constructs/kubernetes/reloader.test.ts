import { snapshotOf } from '../../helpers/snapshot';

snapshotOf('reloader');
