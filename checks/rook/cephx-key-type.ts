import { describe } from '../../fleet/object';
import { nodesOf } from '../nodes';
import type { Rule } from '../rule';
import { cephSpec, localClusters } from './shapes';

export const cephxKeyType: Rule = {
  id: 'rook/cephx-key-type',
  holds: 'the drivers’ keys are of a kind that the nodes’ kernels know',
  effect: 'The kernel cannot authenticate with the drivers’ keys: every volume fails to mount.',
  source: 'Rook v1.20.6, Documentation/Storage-Configuration/Advanced/cephx-key-rotation.md: aes256k needs kernel 7.0',
  check(cluster, report) {
    const kernels = nodesOf(cluster).map(({ kernel }) => kernel);
    // Where no kernel is known, it is taken to be one of today's.
    if (kernels.length > 0 && kernels.every((kernel) => kernel !== undefined && Number.parseInt(kernel, 10) >= 7))
      return;
    for (const entry of localClusters(cluster)) {
      const { cephVersion, security } = cephSpec(entry);
      const keyType = security?.cephx?.csi?.keyType;
      if (keyType === 'aes' || !makesNewKeys(cephVersion?.image ?? '')) continue;
      report(entry, {
        message: `${describe(entry.object)} ${keyType ? `wants ${keyType} keys` : 'says no keyType'} for the drivers, which kernels before 7.0 do not know.`,
        fix: '`security: { cephx: { csi: { keyType: aes } } }`.',
        section: 'spec.security.cephx.csi.keyType',
      });
    }
  },
};

/** Since Ceph 20.2.4 keys are aes256k unless somebody says otherwise. */
function makesNewKeys(image: string): boolean {
  const [, major = '', minor = '9', patch = '9'] = /:v?(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(image) ?? [];
  const version = Number(major) * 1e4 + Number(minor) * 100 + Number(patch);
  return version >= 20_02_04;
}
