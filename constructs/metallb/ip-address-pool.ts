import { Construct } from 'constructs';
import { metalLbObject } from './api-object';

export interface IpAddressPoolProps {
  /** Networks (`10.64.0.0/24`) and ranges (`192.168.1.240-192.168.1.250`); pools must not overlap. */
  readonly addresses: readonly [string, ...string[]];
  /** Gives addresses to Services that ask for none in particular. @default true */
  readonly autoAssign?: boolean;
  /** Leaves out addresses that end in .0 and .255. @default false */
  readonly avoidBuggyIPs?: boolean;
  /** Which Services may have addresses. @default - all */
  readonly serviceAllocation?: { readonly namespaces?: readonly string[]; readonly priority?: number };
  /** @default - the construct's id */
  readonly name?: string;
}

/** An IPAddressPool: addresses that MetalLB may give. An advertisement makes them known; without one nobody finds them. */
export class IpAddressPool extends Construct {
  readonly kind = 'IPAddressPool';
  readonly name: string;

  constructor(scope: Construct, id: string, props: IpAddressPoolProps) {
    super(scope, `ip-address-pool-${id}`);
    const { name, ...spec } = props;
    this.name = name ?? id;
    metalLbObject(this, this.kind, this.name, spec);
  }
}
