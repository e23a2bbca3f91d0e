import { entryFinding, referenceTo } from '../fleet/entry-finding';
import type { Finding } from '../fleet/finding';
import type { ClusterModel, Entry } from '../fleet/model';
import { ClusterView } from './cluster-view';
import { groupBy } from './group-by';
import { rules } from './registry';
import type { Report, Rule } from './rule';

/** Runs every rule over a cluster's objects. */
export function check(model: ClusterModel, entries: readonly Entry[]): Finding[] {
  const view = new ClusterView(model, entries);
  const findings: Finding[] = [];
  for (const rule of rules) {
    const report: Report = (entry, { also, ...violation }) => {
      const { id, severity = 'error', category = 'object', effect } = rule;
      const reason = violation.reason ?? rule.reason;
      const said = {
        ...violation,
        severity: violation.severity ?? severity,
        effect: violation.effect ?? effect,
        ...(reason ? { reason } : {}),
        ...(also?.length && { also: also.map((a) => ({ object: referenceTo(a.entry ?? entry), reason: a.reason })) }),
      };
      findings.push(entryFinding(model.name, entry, { rule: id, category, ...said }));
    };
    try {
      rule.check(view, report);
    } catch (error) {
      findings.push(failure(rule, model.name, error));
    }
  }
  return findings.length > 1 ? withoutEchoes(findings) : findings;
}

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
  // The audited policies of a namespace begin with what its Pod Security refuses outright.
  'policy/audited': ['kubernetes/pod-security'],
};

/** A field's path without items: rules name them, the schema counts them. */
const bare = (section = '') => section.replace(/\[[^\]]*\]/g, '');
const contains = (outer: string, inner: string) => outer === inner || inner.startsWith(`${outer}.`);

/** An object of a shape that a rule did not expect must not hide what the other rules found. */
function failure(rule: Rule, cluster: string, error: unknown): Finding {
  return {
    rule: rule.id,
    severity: 'error',
    category: 'schema',
    cluster,
    path: cluster,
    message: `The rule ${rule.id} could not read an object: ${error instanceof Error ? error.message : String(error)}.`,
    effect: 'What the rule holds was not checked.',
    fix: 'Some field is of another type than the API has; `npm run types` may say which.',
  };
}
