import { didYouMean } from '../../fleet/did-you-mean';
import type { Entry } from '../../fleet/model';
import type { ClusterView } from '../cluster-view';
import type { FieldProblem } from '../fields';
import { isGranted } from '../gateway/grants';
import type { Reference } from '../gateway/shapes';
import { secretKeys, secretNames, secretsOf } from '../secrets-of';

/** How a Secret is named by what reads it. */
export interface SecretUse {
  readonly ref: Reference;
  /** Where it is named. */
  readonly at: string;
  /** What is done with it: "takes logins from". */
  readonly does: string;
  /** The key that has to be in it. @default - any */
  readonly key?: string;
}

/** Why Envoy Gateway cannot read a Secret: it is out of reach, not there, or lacks the key. */
export function secretProblem(cluster: ClusterView, owner: Entry, use: SecretUse): FieldProblem | undefined {
  const { ref, at, does, key } = use;
  const home = owner.object.metadata.namespace ?? '';
  const { name = '', namespace = home } = ref;
  if (namespace !== home && !isGranted(cluster, owner, { group: '', kind: 'Secret', namespace, name })) {
    const what = `${does} the Secret "${name}" of ${namespace}, which does not let it`;
    return { at, what, fix: `Add a ReferenceGrant in ${namespace} from ${owner.object.kind} to the Secret.` };
  }
  if (!secretsOf(cluster).has(`${namespace}/${name}`)) {
    const what = `${does} the Secret "${name}", which nothing makes in ${namespace}${didYouMean(name, secretNames(cluster, namespace))}`;
    return { at, what, fix: `Let an ExternalSecret make it${key ? `, with the key \`${key}\`` : ''}.` };
  }
  const keys = secretKeys(cluster, namespace, name);
  if (!key || !keys || keys.includes(key)) return undefined;
  const what = `${does} the Secret "${name}", which has ${keys.map((k) => `"${k}"`).join(', ') || 'nothing'} and no "${key}"`;
  return { at, what, fix: 'Envoy Gateway reads that key: rename it.' };
}
