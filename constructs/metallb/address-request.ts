import type { IpAddressPool } from './ip-address-pool';

/** What a Service asks MetalLB for. */
export interface AddressRequest {
  /** Any address of this pool. @default - of any pool that gives by itself */
  readonly pool?: IpAddressPool;
  /** These addresses, one of a family. @default - any */
  readonly addresses?: readonly [string, ...string[]];
  /** Services with the same key may have one address together, on different ports. @default - an address of its own */
  readonly shareAs?: string;
}

/** The annotations of a Service of type LoadBalancer. Not together with `loadBalancerIP`, which MetalLB refuses. */
export function addressRequest({ pool, addresses, shareAs }: AddressRequest): Record<string, string> {
  return {
    ...(pool ? { 'metallb.io/address-pool': pool.name } : {}),
    ...(addresses ? { 'metallb.io/loadBalancerIPs': addresses.join(',') } : {}),
    ...(shareAs === undefined ? {} : { 'metallb.io/allow-shared-ip': shareAs }),
  };
}
