import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';

export const duplicateObject: Rule = {
  id: 'argocd/duplicate-object',
  holds: 'one object is in one application, once',
  effect:
    "Within one application the last one wins; two applications fight over it, and pruning one deletes the other's (argoproj/argo-cd#15467).",
  source: 'Argo CD v3.5.1, controller/state.go: duplicates are told by group, kind, namespace and name',
  check(cluster, report) {
    for (const { first, second } of cluster.duplicates) {
      const where = (e: Entry) => (e.application === undefined ? 'app-of-apps' : `application ${e.application}`);
      // The same object twice in one place is only noise.
      const isSame =
        first.application === second.application && JSON.stringify(first.object) === JSON.stringify(second.object);
      report(second, {
        ...(isSame && { severity: 'warning' }),
        message: `${describe(second.object)} is there twice: in ${where(first)} (${cluster.name}/${first.path}) and in ${where(second)}.`,
        fix: 'Keep one of them, or give one another name or namespace.',
      });
    }
  },
};
