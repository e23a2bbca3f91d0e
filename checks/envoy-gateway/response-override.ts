import { didYouMean } from '../../fleet/did-you-mean';
import type { ClusterView } from '../cluster-view';
import { type FieldProblem, isMap, listAt, mapAt, textAt } from '../fields';
import { keyValues } from '../key-values';
import type { Rule } from '../rule';
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
        if (textAt(body, 'type') !== 'ValueRef') continue;
        const name = textAt(mapAt(body, 'valueRef'), 'name');
        for (const problem of problemsOf(
          cluster,
          namespace,
          name,
          `spec.responseOverride[${i}].response.body.valueRef`,
        )) {
          report(policy, refused(cluster, policy, problem));
        }
      }
    }
  },
};

function* problemsOf(cluster: ClusterView, namespace: string, name: string, at: string): Iterable<FieldProblem> {
  if (cluster.isExternal('configMaps', namespace, name)) return;
  const values = keyValues(cluster, 'ConfigMap', namespace, name);
  if (!values) {
    const there = didYouMean(name, cluster.names('ConfigMap', namespace));
    const what = `answers with the ConfigMap "${name}", which nothing makes in ${namespace}${there}`;
    yield { at, what, fix: 'Create it in the policy’s own namespace, with the key `response.body`.' };
  } else if (values.size === 0) {
    const what = `answers with the ConfigMap "${name}", which holds nothing`;
    yield { at, what, fix: 'Put the text under the key `response.body`.' };
  }
}
