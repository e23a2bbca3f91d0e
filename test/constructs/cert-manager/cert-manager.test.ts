import { edgeSnapshotOf } from '../../helpers/snapshot';

edgeSnapshotOf('cert-manager/cert-manager');
