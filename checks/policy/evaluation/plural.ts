import { kindFacts } from '../../../fleet/kinds';
import { groupKind } from '../../../fleet/object';

/** The resource's name in the API: `networkpolicies` for NetworkPolicy; of a kind that nobody imported, as its plural goes. */
export function resourceOf(apiVersion: string, kind: string): string {
  const known = kindFacts(groupKind(apiVersion, kind));
  if (known) return known.plural;
  const lower = kind.toLowerCase();
  if (/(?:s|x|ch|sh)$/.test(lower)) return `${lower}es`;
  return /[^aeiou]y$/.test(lower) ? `${lower.slice(0, -1)}ies` : `${lower}s`;
}
