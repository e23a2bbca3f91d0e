import { describe, groupKind } from '../../fleet/object';
import type { Rule } from '../rule';
import { classicRules } from './shapes';

export const generateScope: Rule = {
  id: 'kyverno/generate-scope',
  holds: 'what is generated has a namespace where its kind has one, and a Policy’s its own',
  effect: 'Kyverno’s webhook refuses the policy.',
  source: 'Kyverno v1.19.0, pkg/validation/policy/generate.go and api/kyverno/v1/rule_types.go: ValidateGenerate',
  check(cluster, report) {
    for (const { entry, rule, at } of classicRules(cluster)) {
      const { apiVersion = '', kind, namespace } = rule.generate ?? {};
      if (kind === undefined) continue;
      const isNamespaced = cluster.scopes.isNamespaced(groupKind(apiVersion, kind));
      const say = (problem: string, fix: string) =>
        report(entry, {
          message: `Rule "${rule.name}" of ${describe(entry.object)} makes a ${kind} ${problem}.`,
          fix,
          section: `${at}.generate.namespace`,
        });
      if (isNamespaced === true && !namespace)
        say('in no namespace', 'Say `namespace`: `{{ request.object.metadata.name }}`.');
      if (isNamespaced === false && namespace)
        say(`in a namespace, though it is cluster-scoped`, 'Take `namespace` away.');
      const home = entry.object.kind === 'Policy' ? entry.object.metadata.namespace : undefined;
      if (home !== undefined && isNamespaced === true && namespace !== undefined && namespace !== home) {
        say(
          `in ${namespace}, and a Policy writes its own namespace only`,
          `\`namespace: ${home}\`, or a ClusterPolicy.`,
        );
      }
    }
  },
};
