import { entryFinding, referenceTo } from '../fleet/entry-finding';
import type { Finding } from '../fleet/finding';
import type { ClusterModel, Entry } from '../fleet/model';
import { ClusterView } from './cluster-view';
import { rules } from './registry';
import type { Report, Rule } from './rule';

/** Runs every rule over a cluster's objects; what follows from another finding is among what they say (`withoutConsequences`). */
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
  return findings;
}

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
