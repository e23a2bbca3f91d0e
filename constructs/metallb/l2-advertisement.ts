import { Construct } from 'constructs';
import type { LabelSelector } from '../../imports/k8s';
import { metalLbObject } from './api-object';
import type { IpAddressPool } from './ip-address-pool';

export interface L2AdvertisementProps {
  readonly pools: readonly [IpAddressPool, ...IpAddressPool[]];
  /** Network interfaces that answer. @default - all */
  readonly interfaces?: readonly string[];
  /** Nodes that answer. @default - all */
  readonly nodeSelectors?: readonly LabelSelector[];
  /** @default - the construct's id */
  readonly name?: string;
}

/** An L2Advertisement: one node answers for a pool's addresses by ARP or NDP. They have to be of the nodes' own network. */
export class L2Advertisement extends Construct {
  readonly kind = 'L2Advertisement';
  readonly name: string;

  constructor(scope: Construct, id: string, props: L2AdvertisementProps) {
    super(scope, `l2-advertisement-${id}`);
    const { pools, interfaces, nodeSelectors } = props;
    this.name = props.name ?? id;
    const ipAddressPools = pools.map((pool) => pool.name);
    metalLbObject(this, this.kind, this.name, { ipAddressPools, interfaces, nodeSelectors });
  }
}
