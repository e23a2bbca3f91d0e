import { snapshotOf } from '../../helpers/snapshot';

snapshotOf('pod-template');
