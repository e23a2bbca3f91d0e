import { Construct } from 'constructs';
import type { LabelSelector } from '../../imports/k8s';
import { metalLbObject } from './api-object';
import type { BgpPeer } from './bgp-peer';
import type { IpAddressPool } from './ip-address-pool';

export interface BgpAdvertisementProps {
  readonly pools: readonly [IpAddressPool, ...IpAddressPool[]];
  /** @default - all peers */
  readonly peers?: readonly BgpPeer[];
  /** The length of the announced prefix: 32 announces single addresses. @default 32 */
  readonly aggregationLength?: number;
  /** @default 128 */
  readonly aggregationLengthV6?: number;
  /** For iBGP only: the highest wins. */
  readonly localPref?: number;
  /** Marks for routers: `64512:100`, `large:64512:1:2`, or names of a Community. */
  readonly communities?: readonly string[];
  /** Nodes that announce. @default - all */
  readonly nodeSelectors?: readonly LabelSelector[];
  /** @default - the construct's id */
  readonly name?: string;
}

/** A BGPAdvertisement: nodes tell their peers that a pool's addresses are theirs. */
export class BgpAdvertisement extends Construct {
  readonly kind = 'BGPAdvertisement';
  readonly name: string;

  constructor(scope: Construct, id: string, props: BgpAdvertisementProps) {
    super(scope, `bgp-advertisement-${id}`);
    const { name, pools, peers, ...spec } = props;
    this.name = name ?? id;
    metalLbObject(this, this.kind, this.name, {
      ...spec,
      ipAddressPools: pools.map((pool) => pool.name),
      peers: peers?.map((peer) => peer.name),
    });
  }
}
