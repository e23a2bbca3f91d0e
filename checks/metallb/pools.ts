import type { Entry } from '../../fleet/model';
import type { ClusterView } from '../cluster-view';
import { type Range, rangeOf } from '../syntax/ranges';

export const POOL = 'metallb.io/IPAddressPool';
export const L2_ADVERTISEMENT = 'metallb.io/L2Advertisement';
export const BGP_ADVERTISEMENT = 'metallb.io/BGPAdvertisement';
export const BGP_PEER = 'metallb.io/BGPPeer';
export const BFD_PROFILE = 'metallb.io/BFDProfile';

/** A pool, with what it has. */
export interface Pool {
  readonly entry: Entry;
  readonly name: string;
  readonly ranges: readonly { readonly text: string; readonly range: Range | undefined }[];
}

export function poolsOf(cluster: ClusterView): Pool[] {
  return [...cluster.ofKind(POOL)].map((entry) => {
    const { addresses = [] } = (entry.object['spec'] ?? {}) as { addresses?: readonly string[] };
    const ranges = addresses.map((text) => ({ text, range: rangeOf(String(text)) }));
    return { entry, name: entry.object.metadata.name, ranges };
  });
}
