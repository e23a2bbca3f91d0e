import type { Finding } from '../fleet/finding';
import { reference } from '../fleet/layout';
import type { ClusterModel, Entry } from '../fleet/model';
import { ClusterView } from './cluster-view';
import { rules } from './registry';

/** Runs every rule over a cluster's objects. */
export function check(model: ClusterModel, entries: readonly Entry[]): Finding[] {
  const view = new ClusterView(model, entries);
  const findings: Finding[] = [];
  for (const rule of rules) {
    rule.check(view, (entry, violation) => {
      findings.push({
        rule: rule.id,
        severity: rule.severity ?? 'error',
        category: rule.category ?? 'object',
        effect: rule.effect,
        cluster: model.name,
        path: `${model.name}/${entry.path}`,
        object: reference(entry),
        ...violation,
      });
    });
  }
  return findings;
}
