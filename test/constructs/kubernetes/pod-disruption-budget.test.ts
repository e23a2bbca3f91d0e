import { snapshotOf } from '../../helpers/snapshot';

snapshotOf('pod-disruption-budget');
