import type { Finding } from '../fleet/finding';
import { groupBy } from './group-by';

/**
 * One mistake is told once: what it leads to in the same object or in others goes, once the mistake itself is mended.
 * @param wrongNames names that are wrong in themselves, with the paths of the objects that have each
 */
export function withoutConsequences(findings: readonly Finding[], wrongNames: WrongNames): Finding[] {
  return withoutEchoes(withoutHomeless(withoutRepeated(withoutTwins(findings), wrongNames)));
}

/** The same words about the same object: labels stand in its metadata and in its template. */
function withoutTwins(findings: readonly Finding[]): Finding[] {
  const told = new Set<string>();
  return findings.filter(({ path, message }) => told.size < told.add(`${path}\n${message}`).size);
}

/** An object in a namespace that nothing makes finds nothing there. */
function withoutHomeless(findings: Finding[]): Finding[] {
  const inMissing = ({ rule, section }: Finding) => rule === NAMESPACE_EXISTS && section === 'metadata.namespace';
  const missing = new Set(findings.filter(inMissing).map(({ object }) => object?.namespace));
  if (missing.size === 0) return findings;
  return findings.filter(
    ({ rule, category, object }) =>
      rule === NAMESPACE_EXISTS || category !== 'reference' || !missing.has(object?.namespace),
  );
}

const NAMESPACE_EXISTS = 'kubernetes/namespace-exists';

type WrongNames = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * What follows from a wrong name: hosts, references and names that are made from it, and references that lack the object by the
 * name that it should have.
 */
function withoutRepeated(findings: Finding[], wrongNames: WrongNames): Finding[] {
  if (wrongNames.size === 0) return findings;
  const names = [...wrongNames].map(([name, paths]) => ({
    paths,
    asked: ` Did you mean "${name}"?`,
    word: wordPattern(name),
  }));
  return findings.filter(({ rule, path = '', message }) => {
    const isSyntax = rule.startsWith('schema/') || rule.endsWith('-syntax');
    return !names.some(
      ({ paths, asked, word }) => !paths.has(path) && (message.includes(asked) || (isSyntax && word.test(message))),
    );
  });
}

const wordPattern = (name: string) =>
  new RegExp(`(?<![A-Za-z0-9])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![A-Za-z0-9])`);

/**
 * A rule of a system knows more of a field than its schema does: where both find the same place of the same object wrong, its
 * words are enough. What a reference names may be missing, and a field of the reference be wrong besides.
 */
function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const told = groupBy(
    findings.filter(({ rule }) => !rule.startsWith('schema/')),
    ({ path }) => path,
  );
  return findings.filter(({ rule, path, section }) => {
    const echoed = ECHOES[rule];
    if (echoed) return !told.get(path)?.some((other) => echoed.includes(other.rule));
    if (!rule.startsWith('schema/')) return true;
    const here = bare(section);
    return !told.get(path)?.some((other) => {
      const place = bare(other.section);
      return other.category === 'reference' ? place === here : contains(place, here) || contains(here, place);
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

/** A field's path without items: rules name them, the schema counts them. */
const bare = (section = '') => section.replace(/\[[^\]]*\]/g, '');
const contains = (outer: string, inner: string) => outer === inner || inner.startsWith(`${outer}.`);
