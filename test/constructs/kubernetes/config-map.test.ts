import { snapshotOf } from '../../helpers/snapshot';

snapshotOf('config-map');
