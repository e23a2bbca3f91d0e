import { describe } from '../../fleet/object';
import { type Fields, isMap, listAt, mapAt, textAt } from '../fields';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import { BGP_ADVERTISEMENT, BGP_PEER, L2_ADVERTISEMENT, POOL } from './pools';

const COMMUNITY = 'metallb.io/Community';
const KINDS = [BGP_ADVERTISEMENT, BGP_PEER, L2_ADVERTISEMENT, POOL];

export const repeated: Rule = {
  id: 'metallb/repeated',
  holds: 'no list of MetalLB’s objects has something twice',
  category: 'schema',
  effect: 'MetalLB’s webhook refuses the object, or its controller the whole configuration.',
  source:
    'MetalLB v0.16.1, internal/config/config.go: validateDuplicate, validateLabelSelectorDuplicate, communitiesFromCrs',
  check(cluster, report) {
    for (const kind of KINDS) {
      for (const entry of cluster.ofKind(kind)) {
        for (const { at, what } of repeatedIn(entry.object['spec'], 'spec')) {
          report(entry, {
            message: `${describe(entry.object)} says ${what} twice in ${at}.`,
            fix: 'Take one away.',
            section: at,
          });
        }
      }
    }
    const aliases = new Map<string, string>();
    for (const entry of cluster.ofKind(COMMUNITY)) {
      for (const community of listAt(specOf<Fields>(entry), 'communities')) {
        const name = isMap(community) ? textAt(community, 'name') : '';
        const first = aliases.get(name);
        if (first === undefined) {
          aliases.set(name, describe(entry.object));
          continue;
        }
        report(entry, {
          message: `${describe(entry.object)} gives the name "${name}" to a community, which ${first} does too.`,
          fix: 'Give each community a name of its own.',
          section: 'spec.communities',
        });
      }
    }
  },
};

interface Repeated {
  readonly at: string;
  readonly what: string;
}

/** Lists in which something stands twice; order within selectors does not matter. */
function* repeatedIn(value: unknown, at: string): Iterable<Repeated> {
  if (Array.isArray(value)) {
    const texts = value.map(comparable);
    const twice = texts.find((text, index) => texts.indexOf(text) < index);
    if (twice !== undefined) yield { at, what: twice };
    for (const [index, item] of value.entries()) yield* repeatedIn(item, `${at}[${index}]`);
  } else if (isMap(value)) {
    // Addresses that overlap are told by metallb/pool-addresses.
    for (const [key, item] of Object.entries(value)) if (key !== 'addresses') yield* repeatedIn(item, `${at}.${key}`);
  }
}

function comparable(value: unknown): string {
  if (!isMap(value)) return JSON.stringify(value);
  const labels = Object.entries(mapAt(value, 'matchLabels') ?? {}).sort();
  const expressions = listAt(value, 'matchExpressions')
    .map((each) => JSON.stringify(each))
    .sort();
  const { matchLabels: _, matchExpressions: __, ...rest } = value;
  return JSON.stringify([labels, expressions, Object.entries(rest).sort()]);
}
