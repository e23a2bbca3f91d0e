import {
  BUCKET_CLAIM,
  CEPH_CLUSTER,
  CLUSTER_CONFIG_MAPS,
  CLUSTER_SECRETS,
  OBJECT_STORE_USER,
  userSecret,
} from '../../facts/rook';
import type { KubeObject } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import { memo } from '../memo';

/** What Rook makes for the objects of a cluster: `namespace/name`. */
interface Made {
  readonly secrets: ReadonlySet<string>;
  readonly configMaps: ReadonlySet<string>;
}

export const madeByRook = memo((cluster): Made => find(cluster));

function find(cluster: ClusterView): Made {
  const secrets = new Set<string>();
  const configMaps = new Set<string>();
  const at = ({ metadata }: KubeObject, name: string) => `${metadata.namespace}/${name}`;
  for (const { object } of cluster.ofKind(CEPH_CLUSTER)) {
    for (const name of CLUSTER_SECRETS) secrets.add(at(object, name));
    for (const name of CLUSTER_CONFIG_MAPS) configMaps.add(at(object, name));
  }
  for (const { object } of cluster.ofKind(BUCKET_CLAIM)) {
    secrets.add(at(object, object.metadata.name));
    configMaps.add(at(object, object.metadata.name));
  }
  for (const { object } of cluster.ofKind(OBJECT_STORE_USER)) {
    const store = (object['spec'] as { store?: string } | undefined)?.store ?? '';
    secrets.add(at(object, userSecret(store, object.metadata.name)));
  }
  return { secrets, configMaps };
}
