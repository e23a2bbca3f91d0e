import { groupBy } from '../../checks/group-by';
import type { BuiltCluster } from '../../fleet/build';
import type { Finding } from '../../fleet/finding';
import type { Plan } from '../../fleet/publish/plan';

/** A finding as a person reads it: what, where, what would happen, how to mend it. */
export function formatFinding(finding: Finding, ...inOthers: readonly Finding[]): string {
  const others = inOthers.map(({ path = '' }) => path.split('/')[0]).join(', ');
  const where = [finding.location, finding.path && `construct ${finding.path}`, finding.section].filter(Boolean);
  return [
    `${finding.severity}  ${finding.message}  [${finding.rule}]`,
    where.length > 0 ? `  where   ${where.join(', ')}` : '',
    others ? `          and the same in ${others}` : '',
    finding.effect ? `  effect  ${finding.effect}` : '',
    ...alsoOf(finding).map((text) => `  also    ${text}`),
    finding.fix ? `  fix     ${finding.fix}` : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** Other objects that the same mistake concerns. */
function alsoOf({ also = [], object }: Finding): string[] {
  return also
    .filter(
      ({ object: { kind, namespace, name } }) =>
        [kind, namespace, name].join() !== [object?.kind, object?.namespace, object?.name].join(),
    )
    .map(({ object: { kind, namespace, name }, reason }) => {
      const other = `${kind} ${namespace ? `${namespace}/` : ''}${name}`;
      return reason ? `${other}: ${reason}` : other;
    });
}

/** All findings, clusters in order: errors before warnings, and what is probably a slip before what may follow from it. */
export function formatFindings(findings: readonly Finding[]): string {
  const rank = ({ severity, message }: Finding) =>
    (severity === 'warning' ? 2 : 0) + (message.includes('Did you mean') ? 0 : 1);
  const sorted = [...findings].sort((a, b) => rank(a) - rank(b));
  const told = [...groupBy(sorted, sameLine).values()].flatMap(([first, ...inOthers]) =>
    first ? `${formatFinding(first, ...inOthers)}\n` : [],
  );
  return told.join('\n');
}

/** One line of `apps/` is a mistake of every cluster that runs it: it is told once. */
function sameLine({ rule, severity, message, location, section, path = '' }: Finding): string {
  const here = location?.split(', used at ')[0];
  return [rule, severity, message, here, section, here ? path.slice(path.indexOf('/')) : path].join('\n');
}

/** What a run did to each cluster's folder. */
export function formatPlans(plans: readonly Plan[], built: readonly BuiltCluster[]): string {
  // A file beside the clusters' folders belongs to none of them.
  const label = (plan: Plan) => plan.cluster || 'dist/';
  const width = Math.max(...plans.map((plan) => label(plan).length), 0);
  const lines = plans.map((plan) => {
    const counts = `${plan.created.length} created, ${plan.updated.length} updated, ${plan.removed.length} removed, ${plan.unchanged} unchanged`;
    const waived = built.find((b) => b.name === plan.cluster)?.waived.length ?? 0;
    return `${label(plan).padEnd(width)}  ${counts}${waived > 0 ? `, ${waived} waived` : ''}`;
  });
  return `${lines.join('\n')}\n`;
}
