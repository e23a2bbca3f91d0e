import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { celPolicies } from './shapes';

export const namespacedHttp: Rule = {
  id: 'kyverno/namespaced-http',
  holds: 'no `http.*` in a policy of a namespace',
  effect: 'Kyverno refuses the policy: whoever may write in a namespace could make Kyverno call anything.',
  source: 'Kyverno v1.19.0, pkg/cel/compiler/http.go: http.* is not allowed in namespaced policies',
  check(cluster, report) {
    for (const { entry } of celPolicies(cluster)) {
      if (!entry.object.kind.startsWith('Namespaced')) continue;
      const found = /"(?:[^"\\]|\\.)*\bhttp\.(Get|Post|Client)\(/.exec(JSON.stringify(entry.object['spec'] ?? {}));
      if (!found) continue;
      report(entry, {
        message: `${describe(entry.object)} calls http.${found[1]}().`,
        fix: 'Make it a policy of the whole cluster, or allow it by Kyverno’s flag --allowHTTPInNamespacedPolicies.',
        section: 'spec',
      });
    }
  },
};
