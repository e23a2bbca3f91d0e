/** Kubernetes' own syntax of names, as the API server checks it (apimachinery, pkg/util/validation). */

/** RFC 1123 label: Namespaces, Services' successors, most names that become a DNS label; 63 characters at most. */
export const DNS_LABEL = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;

/** RFC 1035 label: a Service's name, which must begin with a letter (until Kubernetes relaxes it). */
export const DNS_1035_LABEL = /^[a-z](?:[-a-z0-9]{0,61}[a-z0-9])?$/;

/** RFC 1123 subdomain: most objects' names; 253 characters at most. */
export function isDnsSubdomain(name: string): boolean {
  return name.length <= 253 && /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/.test(name);
}

/** A DNS label as near as can be to a wrong name, for the fix: `Game_Server` → `game-server`. */
export function toDnsLabel(name: string): string {
  const label = name
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63);
  return label.replace(/-+$/, '') || 'name';
}
