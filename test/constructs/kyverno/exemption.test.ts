import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('kyverno/exemption');
dataSnapshotOf('kyverno/exemption-classic');
