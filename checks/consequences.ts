import type { Finding } from '../fleet/finding';
import { groupBy } from './group-by';

/**
 * One mistake is told once: what it leads to in the same object or in others goes when the mistake itself is mended. Only
 * what is told takes others away, so it is asked after the waivers, and a warning never hides an error.
 */
export function withoutConsequences(findings: readonly Finding[]): Finding[] {
  return findings.length < 2 ? [...findings] : withoutEchoes(withoutHomeless(withoutRepeated(withoutTwins(findings))));
}

/** A wrong label stands in an object's metadata and in its template. */
function withoutTwins(findings: readonly Finding[]): Finding[] {
  const told = new Set<string>();
  return findings.filter(
    ({ rule, path, message }) => rule !== 'kubernetes/label-syntax' || told.size < told.add(`${path}\n${message}`).size,
  );
}

/** What an object in a namespace that nothing makes looks for there, it does not find. */
function withoutHomeless(findings: Finding[]): Finding[] {
  const missing = new Set(
    findings.flatMap(({ rule, section, object }) =>
      rule === 'kubernetes/namespace-exists' && section === 'metadata.namespace' ? object?.namespace : [],
    ),
  );
  return findings.filter(({ rule, object }) => !(HOMELY.has(rule) && missing.has(object?.namespace)));
}

/** Rules that look for something in an object's own namespace. */
const HOMELY: ReadonlySet<string> = new Set([
  'kubernetes/claim-exists',
  'kubernetes/config-map-exists',
  'kubernetes/secret-exists',
  'kubernetes/service-account-exists',
  'velero/claim-covered',
]);

/**
 * What follows from a name that is wrong in itself: references that lack the object by the name that it should have, and fields
 * and names that repeat it.
 */
function withoutRepeated(findings: Finding[]): Finding[] {
  const names = new Set(findings.flatMap(({ wrongName }) => wrongName || []));
  if (names.size === 0) return findings;
  return findings.filter((finding) => finding.wrongName !== undefined || ![...names].some(repeats(finding)));
}

const repeats =
  ({ rule, section = '', message }: Finding) =>
  (name: string): boolean => {
    if (message.includes(` Did you mean "${name}"?`)) return true;
    if (!rule.startsWith('schema/') && rule !== 'gateway/host-syntax') return false;
    const [, value = ''] = /"([^"]*)"/.exec(message) ?? [];
    return value === name || (section.includes('hostnames') && value.startsWith(`${name}.`));
  };

/**
 * A rule of a system knows more of a field than its schema does: where both find the same place of the same object wrong, its
 * words are enough. What a reference names may be missing, and a field of the reference be wrong besides.
 */
function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const told = groupBy(
    findings.filter(({ rule }) => !rule.startsWith('schema/')),
    ({ path }) => path,
  );
  return findings.filter(({ rule, severity, path, section }) => {
    const others = (told.get(path) ?? []).filter((other) => other.severity === 'error' || severity === 'warning');
    const echoed = ECHOES[rule];
    if (echoed) return !others.some((other) => echoed.includes(other.rule));
    if (!rule.startsWith('schema/')) return true;
    const here = bare(section);
    return !others.some((other) => {
      const place = bare(other.section);
      if (place === here) return true;
      return other.category !== 'reference' && ((!WIDE.has(place) && contains(place, here)) || contains(here, place));
    });
  });
}

/** Rules that say again what another has said of the same object, with the cause. */
const ECHOES: Readonly<Record<string, readonly string[]>> = {
  'rook/failure-domains': ['rook/device-class'],
  'policy/broken': ['policy/expression'],
  // Under its right name Pods would mount it.
  'velero/claim-covered': ['kubernetes/name-syntax'],
  // The audited policies of a namespace begin with what its Pod Security refuses outright.
  'policy/audited': ['kubernetes/pod-security'],
};

/** So much is in them that a finding there is about something else. */
const WIDE: ReadonlySet<string> = new Set(['', 'spec', 'spec.template.spec', 'spec.jobTemplate.spec.template.spec']);

/** A field's path without items: rules name them, the schema counts them. */
const bare = (section = '') => section.replace(/\[[^\]]*\]/g, '');
const contains = (outer: string, inner: string) => outer === inner || inner.startsWith(`${outer}.`);
