import { didYouMean } from '../../fleet/did-you-mean';
import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import { matchesWildcard } from '../policy/evaluation/kyverno/wildcard';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import type { ClassicSpec } from './shapes';

export const exceptionPolicy: Rule = {
  id: 'kyverno/exception-policy',
  holds: 'an exception is from policies and rules that are there',
  category: 'reference',
  effect: 'The exception is from nothing: what it should let pass is refused.',
  source: 'Kyverno v1.19.0, pkg/cel/engine/exception.go; pkg/validation/exception',
  check(cluster, report) {
    for (const entry of cluster.ofKind('policies.kyverno.io/PolicyException')) {
      const { policyRefs = [] } = specOf<{ policyRefs?: readonly { kind: string; name: string }[] }>(entry);
      for (const { kind, name } of policyRefs) {
        const groupKind = `policies.kyverno.io/${kind}`;
        const names = cluster.names(groupKind);
        if (names.includes(name)) continue;
        say(entry, `${kind} "${name}"`, didYouMean(name, names), 'spec.policyRefs');
      }
    }
    for (const entry of cluster.ofKind('kyverno.io/PolicyException')) {
      const { exceptions = [] } = specOf<{ exceptions?: readonly ClassicReference[] }>(entry);
      for (const { policyName, ruleNames = [] } of exceptions) {
        const policy = findPolicy(cluster, policyName);
        if (!policy) {
          say(
            entry,
            `policy "${policyName}"`,
            didYouMean(policyName, cluster.names('kyverno.io/ClusterPolicy')),
            'spec.exceptions',
          );
          continue;
        }
        const rules = (specOf<ClassicSpec>(policy).rules ?? []).map(({ name = '' }) => name);
        for (const rule of ruleNames) {
          const written = rule.replace(/^autogen-(?:cronjob-)?/, '');
          if (rules.some((name) => matchesWildcard(rule, name) || matchesWildcard(written, name))) continue;
          say(entry, `rule "${rule}" of "${policyName}"`, didYouMean(written, rules), 'spec.exceptions');
        }
      }
    }
    function say(entry: Entry, what: string, hint: string, section: string): void {
      report(entry, {
        message: `${describe(entry.object)} is from the ${what}, which is not in this cluster.${hint}`,
        fix: 'Name a policy, and its rules, as they are called.',
        section,
      });
    }
  },
};

interface ClassicReference {
  readonly policyName: string;
  readonly ruleNames?: readonly string[];
}

/** A ClusterPolicy by its name, a Policy by `<namespace>/<name>`. */
function findPolicy(cluster: ClusterView, name: string): Entry | undefined {
  const [namespace = '', local] = name.split('/');
  return local === undefined
    ? cluster.find('kyverno.io/ClusterPolicy', undefined, name)
    : cluster.find('kyverno.io/Policy', namespace, local);
}
