import { edgeSnapshotOf } from '../../helpers/snapshot';

edgeSnapshotOf('cert-manager/issuer');
