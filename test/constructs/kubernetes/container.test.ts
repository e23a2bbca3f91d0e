import { snapshotOf } from '../../helpers/snapshot';

snapshotOf('container');
