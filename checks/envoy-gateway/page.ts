import { didYouMean } from '../../fleet/did-you-mean';
import type { ClusterView } from '../cluster-view';
import { type FieldProblem, type Fields, mapAt, textAt } from '../fields';
import { keyValues } from '../key-values';

/**
 * What is wrong with the page that Envoy answers with (a `body` of a policy or a filter).
 * Envoy Gateway v1.9.0, internal/gatewayapi/backendtrafficpolicy.go: getCustomResponseBody.
 */
export function pageProblem(
  cluster: ClusterView,
  namespace: string,
  body: Fields | undefined,
  at: string,
): FieldProblem | undefined {
  if (textAt(body, 'type') !== 'ValueRef') return undefined;
  const name = textAt(mapAt(body, 'valueRef'), 'name');
  if (cluster.isExternal('configMaps', namespace, name)) return undefined;
  const values = keyValues(cluster, 'ConfigMap', namespace, name);
  if (!values) {
    const there = didYouMean(name, cluster.names('ConfigMap', namespace));
    const what = `answers with the ConfigMap "${name}", which nothing makes in ${namespace}${there}`;
    return { at: `${at}.valueRef`, what, fix: 'Create it in the same namespace, with the key `response.body`.' };
  }
  if (values.size > 0) return undefined;
  const what = `answers with the ConfigMap "${name}", which holds nothing`;
  return { at: `${at}.valueRef`, what, fix: 'Put the text under the key `response.body`.' };
}
