import { didYouMean } from '../../fleet/did-you-mean';
import type { ClusterView } from '../cluster-view';
import { type FieldProblem, isMap, listAt, mapAt, textAt } from '../fields';
import { keyValues } from '../key-values';
import type { Rule } from '../rule';
import { type Policy, policiesOf, refused } from './policies';
import { secretProblem } from './secret-problem';

export const extensionCode: Rule = {
  id: 'envoy-gateway/extension-code',
  holds: 'the scripts of an EnvoyExtensionPolicy, and the Secrets that its modules are pulled with, are there',
  category: 'reference',
  effect: 'Accepted=False (Invalid): the routes answer every request with status 500.',
  source: 'Envoy Gateway v1.9.0, internal/gatewayapi/envoyextensionpolicy.go: buildLua, buildWasm',
  check(cluster, report) {
    for (const found of policiesOf(cluster, 'EnvoyExtensionPolicy')) {
      for (const problem of problemsOf(cluster, found)) report(found.policy, refused(cluster, found.policy, problem));
    }
  },
};

function* problemsOf(cluster: ClusterView, found: Policy): Iterable<FieldProblem> {
  for (const [i, lua] of listAt(found.spec, 'lua').entries()) {
    if (!isMap(lua) || textAt(lua, 'type') !== 'ValueRef') continue;
    const name = textAt(mapAt(lua, 'valueRef'), 'name');
    const problem = scriptProblem(cluster, found.namespace, name, `spec.lua[${i}].valueRef`);
    if (problem) yield problem;
  }
  for (const [i, wasm] of listAt(found.spec, 'wasm').entries()) {
    const image = isMap(wasm) ? mapAt(mapAt(wasm, 'code'), 'image') : undefined;
    const ref = mapAt(image, 'pullSecretRef');
    const at = `spec.wasm[${i}].code.image.pullSecretRef`;
    const use = ref && { ref, at, does: 'pulls with', key: '.dockerconfigjson' };
    const problem = use && secretProblem(cluster, found.policy, use);
    if (problem) yield problem;
  }
}

function scriptProblem(cluster: ClusterView, namespace: string, name: string, at: string): FieldProblem | undefined {
  if (cluster.isExternal('configMaps', namespace, name)) return undefined;
  const values = keyValues(cluster, 'ConfigMap', namespace, name);
  const fix = 'Put the script under the key `lua`.';
  if (!values) {
    const there = didYouMean(name, cluster.names('ConfigMap', namespace));
    const what = `runs the script of the ConfigMap "${name}", which nothing makes in ${namespace}${there}`;
    return { at, what, fix: `Create it in the policy’s own namespace. ${fix}` };
  }
  return values.size > 0
    ? undefined
    : { at, what: `runs the script of the ConfigMap "${name}", which holds nothing`, fix };
}
