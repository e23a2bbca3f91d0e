import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import { type Fields, listAt, textAt } from '../fields';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import { largestNetwork } from '../syntax/ranges';
import { BGP_ADVERTISEMENT, poolsOf } from './pools';

interface Spec {
  readonly aggregationLength?: number;
  readonly aggregationLengthV6?: number;
  readonly localPref?: number;
  readonly communities?: readonly string[];
  readonly ipAddressPools?: readonly string[];
  readonly ipAddressPoolSelectors?: readonly object[];
  readonly peers?: readonly string[];
  readonly nodeSelectors?: readonly object[];
  readonly serviceSelectors?: readonly object[];
}

const BITS = { ipv4: 32, ipv6: 128 } as const;

export const bgpAdvertisement: Rule = {
  id: 'metallb/bgp-advertisement',
  holds: 'communities and lengths of an advertisement fit MetalLB and its pools',
  category: 'schema',
  effect: 'MetalLB’s webhook refuses the advertisement, or its configuration is stale from then on.',
  source:
    'MetalLB v0.16.1, internal/config/config.go: bgpAdvertisementFromCR, validateBGPAdvPerPool; internal/bgp/community',
  check(cluster, report) {
    const aliases = aliasesOf(cluster);
    for (const entry of cluster.ofKind(BGP_ADVERTISEMENT)) {
      const spec = specOf<Spec>(entry);
      for (const [what, fix, field] of [...problemsOf(spec, aliases), ...ofPools(cluster, spec)]) {
        report(entry, { message: `${describe(entry.object)} ${what}.`, fix, section: `spec.${field}` });
      }
    }
    for (const [entry, other] of conflicting([...cluster.ofKind(BGP_ADVERTISEMENT)])) {
      report(entry, {
        message: `${describe(entry.object)} gives another localPref than ${describe(other.object)}, for the same pools, peers and nodes.`,
        fix: 'One localPref, or other pools, peers or nodes.',
        section: 'spec.localPref',
      });
    }
  },
};

type Problem = readonly [what: string, fix: string, field: string];

function aliasesOf(cluster: ClusterView): Set<string> {
  return new Set(
    [...cluster.ofKind('metallb.io/Community')].flatMap((entry) =>
      listAt(specOf<Fields>(entry), 'communities').map((community) => textAt(community as Fields, 'name')),
    ),
  );
}

function* problemsOf(spec: Spec, aliases: ReadonlySet<string>): Iterable<Problem> {
  for (const community of spec.communities ?? []) {
    if (aliases.has(community) || isCommunity(community)) continue;
    yield [
      `names the community "${community}"`,
      'A Community’s name, `65000:100`, or `large:65000:1:2`.',
      'communities',
    ];
  }
  const { aggregationLength = BITS.ipv4, aggregationLengthV6 = BITS.ipv6, serviceSelectors = [] } = spec;
  if (aggregationLength > BITS.ipv4)
    yield [`joins addresses to a /${aggregationLength}`, '32 at most.', 'aggregationLength'];
  if (aggregationLengthV6 > BITS.ipv6)
    yield [`joins addresses to a /${aggregationLengthV6}`, '128 at most.', 'aggregationLengthV6'];
  if (serviceSelectors.length > 0 && (aggregationLength !== BITS.ipv4 || aggregationLengthV6 !== BITS.ipv6)) {
    yield [
      'is for some Services, and joins their addresses with others’',
      'serviceSelectors or an aggregation length.',
      'serviceSelectors',
    ];
  }
}

/** Two numbers of 16 bits, or three of 32. */
function isCommunity(text: string): boolean {
  const large = /^large:(\d+):(\d+):(\d+)$/.exec(text);
  if (large) return large.slice(1).every((part) => Number(part) <= 0xffffffff);
  const plain = /^(\d+):(\d+)$/.exec(text);
  return plain?.slice(1).every((part) => Number(part) <= 0xffff) ?? false;
}

/** A pool's networks are not larger than what is advertised of them. */
function* ofPools(cluster: ClusterView, spec: Spec): Iterable<Problem> {
  const { ipAddressPools = [], ipAddressPoolSelectors, aggregationLength = 32, aggregationLengthV6 = 128 } = spec;
  // What selectors take is not looked at.
  const pools = poolsOf(cluster).filter(({ name }) =>
    ipAddressPools.length > 0 ? ipAddressPools.includes(name) : ipAddressPoolSelectors === undefined,
  );
  for (const { name, ranges } of pools) {
    for (const { text, range } of ranges) {
      if (!range) continue;
      const length = range.kind === 'ipv4' ? aggregationLength : aggregationLengthV6;
      if (length >= largestNetwork(range)) continue;
      yield [
        `joins addresses to a /${length}, and ${text} of the pool "${name}" is smaller`,
        `/${largestNetwork(range)} at least.`,
        range.kind === 'ipv4' ? 'aggregationLength' : 'aggregationLengthV6',
      ];
    }
  }
}

/** Advertisements of the same with different preferences. */
function conflicting(entries: readonly Entry[]): (readonly [Entry, Entry])[] {
  const pairs: (readonly [Entry, Entry])[] = [];
  const first = new Map<string, Entry>();
  for (const entry of entries) {
    const { localPref: _, communities: __, ...same } = specOf<Spec>(entry) as Spec & { readonly communities?: unknown };
    const key = JSON.stringify(Object.entries(same).sort());
    const other = first.get(key);
    if (!other) first.set(key, entry);
    else if ((specOf<Spec>(other).localPref ?? 0) !== (specOf<Spec>(entry).localPref ?? 0)) pairs.push([entry, other]);
  }
  return pairs;
}
