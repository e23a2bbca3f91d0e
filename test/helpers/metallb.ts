import { raw, type TestProps } from './cluster';
import type { Fill } from './rule';

/** MetalLB, installed by somebody else. */
export const METALLB: TestProps = {
  externals: {
    kinds: ['BGPAdvertisement', 'BGPPeer', 'Community', 'IPAddressPool', 'L2Advertisement'].map(
      (kind) => `metallb.io/${kind}`,
    ),
  },
};

/** An object of MetalLB in the namespace of the test's application. */
export const metallb =
  (kind: string, name: string, spec: object): Fill =>
  (app) => {
    const apiVersion = kind === 'BGPPeer' ? 'metallb.io/v1beta2' : 'metallb.io/v1beta1';
    raw(app, `${kind}-${name}`, { apiVersion, kind, metadata: { name }, spec });
  };

export const PEER = { myASN: 64512, peerASN: 64513, peerAddress: '192.0.2.1' };

/** A pool that a peer is told of. */
export const pool =
  (spec: object = {}, advertisement: object = {}, peer: object = {}): Fill =>
  (app, cluster) => {
    metallb('IPAddressPool', 'pool', { addresses: ['10.64.0.0/24'], ...spec })(app, cluster);
    metallb('BGPAdvertisement', 'pool', { ipAddressPools: ['pool'], ...advertisement })(app, cluster);
    metallb('BGPPeer', 'router', { ...PEER, ...peer })(app, cluster);
  };
