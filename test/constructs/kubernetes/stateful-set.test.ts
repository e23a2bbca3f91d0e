import { snapshotOf } from '../../helpers/snapshot';

snapshotOf('stateful-set');
