import { isValid } from 'ipaddr.js';
import { describe } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import type { Rule } from '../rule';
import { goDurationSeconds } from '../syntax/duration';
import { BGP_PEER } from './pools';

interface Peer {
  readonly myASN?: number;
  readonly peerASN?: number;
  readonly dynamicASN?: string;
  readonly peerAddress?: string;
  readonly interface?: string;
  readonly holdTime?: string;
  readonly keepaliveTime?: string;
  readonly ebgpMultiHop?: boolean;
  readonly [field: string]: unknown;
}

/** Fields that an implementation does not have: `native` refuses them, `frr-k8s` passes them over. */
const LACKING = {
  native: [
    'bfdProfile',
    'keepaliveTime',
    'connectTime',
    'vrf',
    'enableGracefulRestart',
    'dynamicASN',
    'interface',
    'localASN',
  ],
  'frr-k8s': ['sourceAddress', 'localASN'],
} as const;

export const bgpPeer: Rule = {
  id: 'metallb/bgp-peer',
  holds: 'a BGP session is one that MetalLB’s BGP implementation can have',
  category: 'schema',
  effect:
    "MetalLB's webhook refuses the peer, or its configuration is stale from then on; or the session never comes up.",
  source: 'MetalLB v0.16.1, internal/config/validation.go, internal/bgp/frrk8s/frrk8s.go: updateConfig',
  check(cluster, report) {
    const mode = modeOf(cluster);
    for (const entry of cluster.ofKind(BGP_PEER)) {
      const peer = (entry.object['spec'] ?? {}) as Peer;
      for (const [text, fix, field] of [...problemsOf(peer), ...lackingIn(mode, peer)]) {
        report(entry, { message: `${describe(entry.object)} ${text}.`, fix, section: `spec.${field}` });
      }
    }
  },
};

/** The implementation that the chart is installed with. */
function modeOf(cluster: ClusterView): keyof typeof LACKING | undefined {
  const helm = cluster.chart('metallb');
  if (!helm) return undefined;
  const { frrk8s, speaker } = helm.values as {
    frrk8s?: { enabled?: boolean };
    speaker?: { frr?: { enabled?: boolean } };
  };
  if (frrk8s?.enabled !== false) return 'frr-k8s';
  return speaker?.frr?.enabled ? undefined : 'native';
}

function* lackingIn(mode: keyof typeof LACKING | undefined, peer: Peer): Iterable<readonly [string, string, string]> {
  for (const field of mode === undefined ? [] : LACKING[mode]) {
    if (peer[field] === undefined) continue;
    yield [
      `says ${field}, which ${mode} has not`,
      mode === 'native'
        ? "Take it away, or install MetalLB with `bgp: 'frr-k8s'`."
        : 'Take it away: it is passed over without a word.',
      field,
    ];
  }
}

function* problemsOf(peer: Peer): Iterable<readonly [string, string, string]> {
  const { myASN, peerASN, dynamicASN, peerAddress, holdTime, keepaliveTime } = peer;
  for (const [field, asn] of [
    ['myASN', myASN],
    ['peerASN', peerASN],
  ] as const) {
    if (asn !== undefined && (!Number.isInteger(asn) || asn < 1 || asn > 4_294_967_295))
      yield [`has the ${field} ${asn}`, 'A number from 1 to 4294967295; private ones begin at 64512.', field];
  }
  if ((peerASN === undefined) === (dynamicASN === undefined))
    yield ['does not say the peer’s autonomous system', 'Say `peerASN`.', 'peerASN'];
  if ((peerAddress === undefined) === (peer.interface === undefined))
    yield ['does not say the peer’s address', 'Say `peerAddress`.', 'peerAddress'];
  if (peerAddress !== undefined && !isValid(peerAddress))
    yield [`has the peer "${peerAddress}", which is no address`, 'Write an IPv4 or IPv6 address.', 'peerAddress'];
  if (peer.ebgpMultiHop && myASN === peerASN)
    yield [
      'wants several hops within one autonomous system',
      'Take `ebgpMultiHop` away: it is for another system’s router.',
      'ebgpMultiHop',
    ];
  const connect = peer['connectTime'];
  if (connect !== undefined) {
    const seconds = goDurationSeconds(String(connect));
    if (seconds === undefined || seconds < 1 || seconds > 65_535 || !Number.isInteger(seconds))
      yield [`has the connectTime "${String(connect)}"`, 'Whole seconds from 1 to 65535: "120s".', 'connectTime'];
  }
  const source = peer['sourceAddress'];
  if (typeof source === 'string' && source !== '' && !isValid(source))
    yield [`has the sourceAddress "${source}", which is no address`, 'Write an IPv4 or IPv6 address.', 'sourceAddress'];
  const [hold, keepalive] = [goDurationSeconds(holdTime), goDurationSeconds(keepaliveTime)];
  if (holdTime !== undefined && (hold === undefined || (hold !== 0 && hold < 3)))
    yield [`has the holdTime "${holdTime}"`, 'Three seconds or more: "90s".', 'holdTime'];
  if (hold !== undefined && keepalive !== undefined && keepalive > hold)
    yield [
      `gives a sign every ${keepaliveTime}, later than its holdTime of ${holdTime}`,
      'Make `keepaliveTime` a third of it.',
      'keepaliveTime',
    ];
}
