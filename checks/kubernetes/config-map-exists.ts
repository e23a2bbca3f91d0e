import { didYouMean } from '../../fleet/did-you-mean';
import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import { referencesOf } from '../pod-references';
import { podsOf } from '../pod-specs';
import { madeByRook } from '../rook/made';
import type { Rule } from '../rule';

export const configMapExists: Rule = {
  id: 'kubernetes/config-map-exists',
  holds: 'a Pod’s ConfigMaps and their keys are there',
  category: 'reference',
  effect: 'The container does not start: CreateContainerConfigError, or FailedMount for ever.',
  source: 'kubernetes v1.36, pkg/kubelet/kuberuntime and pkg/volume/configmap',
  check(cluster, report) {
    for (const pods of podsOf(cluster)) {
      const { namespace } = pods.entry.object.metadata;
      for (const { kind, name, key, optional, at } of referencesOf(pods)) {
        if (kind !== 'ConfigMap' || optional) continue;
        const map = cluster.find('ConfigMap', namespace, name);
        // Kubernetes makes kube-root-ca.crt in every namespace.
        if (!map && (name === 'kube-root-ca.crt' || isMadeElsewhere(cluster, namespace, name))) continue;
        if (!map) {
          report(pods.entry, {
            message: `${describe(pods.entry.object)} uses the ConfigMap "${name}", which is not in ${namespace}.${didYouMean(name, cluster.names('ConfigMap', namespace))}`,
            fix: 'Create it in the same namespace, mark the reference optional, or declare it by `external("ConfigMap", …)`.',
            section: at,
          });
        } else if (key !== undefined && !hasKey(map, key)) {
          report(pods.entry, {
            message: `${describe(pods.entry.object)} uses the key "${key}" of the ConfigMap "${name}", which has no such key.${didYouMean(key, keysOf(map))}`,
            fix: 'Name a key that is in it.',
            section: at,
          });
        }
      }
    }
  },
};

function isMadeElsewhere(cluster: ClusterView, namespace: string | undefined, name: string): boolean {
  return (
    cluster.isExternal('configMaps', namespace, name) || madeByRook(cluster).configMaps.has(`${namespace}/${name}`)
  );
}

function hasKey({ object }: Entry, key: string): boolean {
  const { data, binaryData } = object as { data?: object; binaryData?: object };
  return Object.hasOwn(data ?? {}, key) || Object.hasOwn(binaryData ?? {}, key);
}

const keysOf = ({ object }: Entry) =>
  Object.keys({ ...(object['data'] as object), ...(object['binaryData'] as object) });
