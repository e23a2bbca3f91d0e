/** Names in the API that do not follow from the kind. */
const IRREGULAR: Readonly<Record<string, string>> = {
  Endpoints: 'endpoints',
  NetworkAttachmentDefinition: 'network-attachment-definitions',
};

/** The resource's name in the API: `networkpolicies` for NetworkPolicy. */
export function resourceOf(kind: string): string {
  const irregular = IRREGULAR[kind];
  if (irregular !== undefined) return irregular;
  const lower = kind.toLowerCase();
  if (/(?:s|x|ch|sh)$/.test(lower)) return `${lower}es`;
  return /[^aeiou]y$/.test(lower) ? `${lower.slice(0, -1)}ies` : `${lower}s`;
}
