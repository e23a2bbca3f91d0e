import { Construct } from 'constructs';
import type { LabelSelector } from '../../imports/k8s';
import { metalLbObject } from './api-object';
import type { BfdProfile } from './bfd-profile';

export interface BgpPeerProps {
  /** The cluster's autonomous system. */
  readonly myASN: number;
  /** The router's autonomous system; the same as `myASN` is iBGP. */
  readonly peerASN: number;
  /** The router's address. */
  readonly peerAddress: string;
  /** @default 179 */
  readonly peerPort?: number;
  /** After what time without a sign the session is down: `90s`. @default - 180s, or what the router proposes if it is less */
  readonly holdTime?: string;
  /** How often a sign is given. Not with the native implementation. @default - a third of `holdTime` */
  readonly keepaliveTime?: string;
  /** The router is not in the nodes' own network. Not for iBGP. @default false */
  readonly ebgpMultiHop?: boolean;
  /** Faster notice of a dead router. Not with the native implementation. @default - none */
  readonly bfdProfile?: BfdProfile;
  /** A Secret of type kubernetes.io/basic-auth with the key `password`, of MetalLB's namespace. @default - no password */
  readonly passwordSecret?: string;
  /** Nodes that have this session. @default - all */
  readonly nodeSelectors?: readonly LabelSelector[];
  /** @default - the construct's id */
  readonly name?: string;
}

/** A BGPPeer: a router that learns where Services' addresses are. */
export class BgpPeer extends Construct {
  readonly kind = 'BGPPeer';
  readonly name: string;

  constructor(scope: Construct, id: string, props: BgpPeerProps) {
    super(scope, `bgp-peer-${id}`);
    const { name, bfdProfile, passwordSecret, ...spec } = props;
    this.name = name ?? id;
    metalLbObject(this, this.kind, this.name, {
      ...spec,
      bfdProfile: bfdProfile?.name,
      passwordSecret: passwordSecret === undefined ? undefined : { name: passwordSecret },
    });
  }
}
