import { snapshotOf } from '../../helpers/snapshot';

snapshotOf('service-account');
