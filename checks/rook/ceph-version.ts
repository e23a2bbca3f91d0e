import { CEPH_VERSIONS } from '../../facts/rook';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { cephSpec, localClusters } from './shapes';

export const cephVersion: Rule = {
  id: 'rook/ceph-version',
  holds: 'Ceph is of a release that Rook takes, by a tag that does not move',
  effect: 'The operator refuses the image: unsupported Ceph version.',
  source: 'Rook v1.20.6, pkg/operator/ceph/cluster/version.go; pkg/operator/ceph/version',
  check(cluster, report) {
    for (const entry of localClusters(cluster)) {
      const { image = '', allowUnsupported } = cephSpec(entry).cephVersion ?? {};
      const tag = /:([^:/@]+)(?:@|$)/.exec(image)?.[1];
      const version = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(tag ?? '');
      const say = (what: string, fix: string, severity: 'error' | 'warning' = 'error') =>
        report(entry, {
          severity,
          message: `${describe(entry.object)} runs ${image}, ${what}.`,
          fix,
          section: 'spec.cephVersion.image',
        });
      if (!version) {
        if (image !== '' && !image.includes('@sha256:')) {
          say(
            tag === undefined ? 'without a tag' : 'whose tag says no version',
            `Name one release: ${CEPH_VERSIONS.default}.`,
            'warning',
          );
        }
        continue;
      }
      const [, major = '0', minor] = version;
      if (isTooOld(Number(major), minor)) {
        say(`older than ${CEPH_VERSIONS.oldest}`, `Rook v1.20 takes Ceph 19.2 and 20.2: ${CEPH_VERSIONS.default}.`);
      } else if (Number(major) >= CEPH_VERSIONS.unsupported && !allowUnsupported) {
        say('newer than Rook knows', `Take ${CEPH_VERSIONS.default}, or say allowUnsupported.`);
      } else if (minor === undefined || version[3] === undefined) {
        if (!image.includes('@sha256:')) {
          say('a tag that moves', `Name one release: ${CEPH_VERSIONS.default}.`, 'warning');
        }
      }
    }
  },
};

/** 19.0 and 19.1 were no releases. A tag of the major alone is the newest of it. */
function isTooOld(major: number, minor: string | undefined): boolean {
  return major < 19 || (major === 19 && minor !== undefined && Number(minor) < 2);
}
