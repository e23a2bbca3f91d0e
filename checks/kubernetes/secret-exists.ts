import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import { referencesOf } from '../pod-references';
import { podsOf } from '../pod-specs';
import type { Rule } from '../rule';
import { secretKeys, secretNames, secretsOf } from '../secrets-of';

export const secretExists: Rule = {
  id: 'kubernetes/secret-exists',
  holds: 'something makes every Secret that a Pod or chart needs',
  category: 'reference',
  effect: 'The container does not start: CreateContainerConfigError, or FailedMount for ever.',
  source: 'kubernetes v1.36, pkg/kubelet/kuberuntime and pkg/volume/secret',
  check(cluster, report) {
    const known = secretsOf(cluster);
    for (const pods of podsOf(cluster)) {
      const { namespace } = pods.entry.object.metadata;
      for (const { kind, name, key, optional, at } of referencesOf(pods)) {
        if (kind !== 'Secret' || optional) continue;
        if (known.has(`${namespace}/${name}`)) {
          const keys = key === undefined ? undefined : secretKeys(cluster, namespace ?? '', name);
          if (key === undefined || !keys || keys.includes(key)) continue;
          report(pods.entry, {
            message: `${describe(pods.entry.object)} uses the key "${key}" of the Secret "${name}", which has no such key.${didYouMean(key, keys)}`,
            fix: 'Name a key that is in it.',
            section: at,
          });
          continue;
        }
        const there = secretNames(cluster, namespace);
        report(pods.entry, {
          message: `${describe(pods.entry.object)} uses the Secret "${name}", which nothing makes in ${namespace}.${didYouMean(name, there)}`,
          fix: `Let an ExternalSecret or SealedSecret make it, or declare "${namespace}/${name}" by \`external("Secret", …)\` if somebody creates it by hand.`,
          section: at,
        });
      }
    }
    for (const application of cluster.model.applications) {
      const entry = cluster.applicationObject(application.name);
      for (const name of application.declares.needsSecrets ?? []) {
        const secret = name.includes('/') ? name : `${application.namespace}/${name}`;
        if (!entry || known.has(secret)) continue;
        report(entry, {
          message: `The chart of ${application.name} needs the Secret "${secret}", which nothing makes.${didYouMean(secret, known)}`,
          fix: `Let an ExternalSecret or SealedSecret make it, or declare it by \`external("Secret", …)\` if somebody creates it by hand.`,
        });
      }
    }
  },
};
