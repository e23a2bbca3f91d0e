import { describe } from '../../fleet/object';
import { type FieldProblem, type Fields, mapAt, textAt } from '../fields';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';

export const updateStrategy: Rule = {
  id: 'kubernetes/update-strategy',
  holds: 'an update is of one kind, and may have one more or one less',
  category: 'schema',
  effect: 'The API server refuses the object, and the whole sync fails.',
  source: 'kubernetes v1.36, pkg/apis/apps/validation: ValidateDeploymentStrategy, validateRollingUpdateDaemonSet',
  check(cluster, report) {
    for (const [kind, field] of [
      ['apps/Deployment', 'strategy'],
      ['apps/DaemonSet', 'updateStrategy'],
      ['apps/StatefulSet', 'updateStrategy'],
    ] as const) {
      for (const entry of cluster.ofKind(kind)) {
        const strategy = mapAt(specOf<Fields>(entry), field);
        const problem = strategy && problemOf(strategy, kind, `spec.${field}`);
        if (!problem) continue;
        report(entry, { message: `${describe(entry.object)} ${problem.what}.`, fix: problem.fix, section: problem.at });
      }
    }
  },
};

function problemOf(strategy: Fields, kind: string, at: string): FieldProblem | undefined {
  const type = textAt(strategy, 'type') || 'RollingUpdate';
  const rolling = mapAt(strategy, 'rollingUpdate');
  if (!rolling) return undefined;
  if (type !== 'RollingUpdate') {
    const what = `is updated by ${type}, and says how it is rolled over`;
    return { at: `${at}.rollingUpdate`, what, fix: 'Take `rollingUpdate` away.' };
  }
  const isNone = (value: unknown, fallback: number | string) => /^0%?$/.test(String(value ?? fallback));
  const [surge, unavailable] = kind === 'apps/DaemonSet' ? [0, 1] : ['25%', '25%'];
  if (
    kind === 'apps/StatefulSet' ||
    !isNone(rolling['maxSurge'], surge) ||
    !isNone(rolling['maxUnavailable'], unavailable)
  )
    return undefined;
  const what = 'may have none more and none less while it is updated';
  return { at: `${at}.rollingUpdate`, what, fix: 'Let one of `maxSurge` and `maxUnavailable` be more than 0.' };
}
