import { describe, groupKind } from '../../fleet/object';
import { groupBy } from '../group-by';
import type { Rule } from '../rule';
import { outcomesOf } from './outcomes';
import { EVALUATED } from './source';
import { sentence, subjectOf } from './words';

export const broken: Rule = {
  id: 'policy/broken',
  holds: 'a policy’s expressions end in true or false for what the cluster has',
  effect: 'Every such object is refused, whatever it says: the sync fails.',
  source: EVALUATED,
  check(cluster, report) {
    const wrong = outcomesOf(cluster).filter(({ what }) => 'broken' in what && what.broken);
    const keyOf = ({ policy, rule, what }: (typeof wrong)[number]) =>
      [policy.kind, policy.metadata.namespace, policy.metadata.name, rule, 'message' in what && what.message].join('/');
    for (const [, same] of groupBy(wrong, keyOf)) {
      const [first] = same;
      if (!first || !('message' in first.what)) continue;
      const { policy, what } = first;
      const { namespace, name } = policy.metadata;
      const entry = cluster.find(groupKind(policy.apiVersion, policy.kind), namespace, name) ?? first.entry;
      const more = same.length > 1 ? ` and ${same.length - 1} more` : '';
      report(entry, {
        message: `${describe(policy)}, of ${subjectOf(first)}${more}: ${sentence(what.message)}`,
        ...(what.kind === 'audited' && {
          severity: 'warning',
          effect: 'It stands in the policy reports as a violation, whatever the object says.',
        }),
        fix: 'Mend the expression: fields that are not said are borne by `object.spec.?field.orValue(…)`.',
        section: 'spec',
      });
    }
  },
};
