import { didYouMean, sentence } from '../../fleet/did-you-mean';
import { builtInKinds, kindFacts } from '../../fleet/kinds';
import { describe, splitGroupKind } from '../../fleet/object';
import type { Rule } from '../rule';
import { backupsOf } from './shapes';

export const orderedResources: Rule = {
  id: 'velero/ordered-resources',
  holds: 'orders name plurals, and objects with their namespace',
  effect: 'The order is passed over without a word.',
  source: 'Velero v1.18.1, pkg/backup/item_collector.go: sortResourcesByOrder',
  check(cluster, report) {
    for (const { entry, spec, at } of backupsOf(cluster)) {
      for (const [key, value] of Object.entries(spec.orderedResources ?? {})) {
        const say = (what: string, fix: string) =>
          report(entry, {
            message: `${describe(entry.object)} orders "${key}", ${sentence(what)}`,
            fix,
            section: `${at}.orderedResources`,
          });
        const plural = key.split('.')[0] ?? '';
        const found = plurals().get(plural);
        const singular = [...plurals().keys()].find((name) => singularOf(name) === plural.toLowerCase());
        if (found === undefined && singular) say('which is no plural', `"${singular}".`);
        else if (found === undefined && !key.includes('.'))
          say(
            `a kind that nobody knows${didYouMean(plural, plurals().keys())}`,
            'The plural: pods, persistentvolumeclaims.',
          );
        for (const item of value.split(',')) {
          if (found === false || item.includes('/') || item.trim() === '') continue;
          if (found === true) say(`and names "${item}" without its namespace`, `"namespace/${item.trim()}".`);
        }
      }
    }
  },
};

const known = new Map<string, boolean>();

/** Plurals of the built-in kinds, and whether they live in a namespace. */
function plurals(): ReadonlyMap<string, boolean> {
  if (known.size > 0) return known;
  for (const kind of builtInKinds()) {
    const facts = kindFacts(kind);
    if (facts && splitGroupKind(kind).kind) known.set(facts.plural, facts.namespaced);
  }
  return known;
}

const singularOf = (plural: string) =>
  plural.endsWith('ies')
    ? `${plural.slice(0, -3)}y`
    : plural.endsWith('sses')
      ? plural.slice(0, -2)
      : plural.replace(/s$/, '');
