import { isMap, listAt, mapAt } from '../fields';
import type { Rule } from '../rule';
import { pageProblem } from './page';
import { policiesOf, refused } from './policies';

export const responseOverride: Rule = {
  id: 'envoy-gateway/response-override',
  holds: 'the page of a response is there',
  category: 'reference',
  effect: 'Accepted=False (Invalid): nothing of the policy holds.',
  source: 'Envoy Gateway v1.9.0, internal/gatewayapi/backendtrafficpolicy.go: getCustomResponseBody',
  check(cluster, report) {
    for (const { policy, spec, namespace } of policiesOf(cluster, 'BackendTrafficPolicy')) {
      for (const [i, override] of listAt(spec, 'responseOverride').entries()) {
        const body = isMap(override) ? mapAt(mapAt(override, 'response'), 'body') : undefined;
        const problem = pageProblem(cluster, namespace, body, `spec.responseOverride[${i}].response.body`);
        if (problem) report(policy, refused(cluster, policy, problem));
      }
    }
  },
};
