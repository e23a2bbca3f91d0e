import type { Entry } from '../../fleet/model';
import { describe, identityOf } from '../../fleet/object';
import type { Rule } from '../rule';

export const duplicateObject: Rule = {
  id: 'argocd/duplicate-object',
  effect:
    "Within one application the last one wins; two applications fight over it, and pruning one deletes the other's (argoproj/argo-cd#15467).",
  source: 'Argo CD v3.5.1, controller/state.go: duplicates are told by group, kind, namespace and name',
  check(cluster, report) {
    const first = new Map<string, Entry>();
    for (const entry of cluster.entries) {
      const identity = identityOf(entry.object);
      const other = first.get(identity);
      if (!other) {
        first.set(identity, entry);
        continue;
      }
      const where = (e: Entry) => (e.application === undefined ? 'app-of-apps' : `application ${e.application}`);
      report(entry, {
        message: `${describe(entry.object)} is there twice: in ${where(other)} (${cluster.name}/${other.path}) and in ${where(entry)}.`,
        fix: 'Keep one of them, or give one another name or namespace.',
      });
    }
  },
};
