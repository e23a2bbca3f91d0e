import { snapshotOf } from '../../helpers/snapshot';

snapshotOf('namespace');
