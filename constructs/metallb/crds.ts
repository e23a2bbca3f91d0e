import type { CrdSource } from '../../cli/import/crd-source';

/** MetalLB's kinds, for `npm run import`. */
export const crds: CrdSource = {
  system: 'metallb',
  repository: 'metallb/metallb',
  tag: 'v0.16.1',
  files: Object.fromEntries(
    ['bfdprofiles', 'bgpadvertisements', 'bgppeers', 'communities', 'ipaddresspools', 'l2advertisements'].map(
      (plural) => [`${plural}.metallb.io`, `config/crd/bases/metallb.io_${plural}.yaml`],
    ),
  ),
};
