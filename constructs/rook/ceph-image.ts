import { CEPH_VERSIONS } from '../../facts/rook';

/** The Ceph of Rook v1.20.6. Its tag names one release. */
export const CEPH_IMAGE = `quay.io/ceph/ceph:${CEPH_VERSIONS.default}`;
