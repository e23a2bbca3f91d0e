import { didYouMean, sentence } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import { podsOf } from '../pod-specs';
import type { Rule } from '../rule';

const CLASS = 'secrets-store.csi.x-k8s.io/SecretProviderClass';
const DRIVER = 'secrets-store.csi.k8s.io';

export const providerClass: Rule = {
  id: 'secrets/provider-class',
  holds: 'a Pod’s SecretProviderClass is in its namespace, and only read',
  category: 'reference',
  effect: 'The volume is not mounted, and the Pod stays ContainerCreating.',
  source: 'Secrets Store CSI driver v1.6.0, pkg/secrets-store/nodeserver.go',
  check(cluster, report) {
    for (const pods of podsOf(cluster)) {
      for (const { name, csi } of pods.spec.volumes ?? []) {
        if (csi?.driver !== DRIVER) continue;
        const { namespace } = pods.entry.object.metadata;
        const say = (what: string, fix: string) =>
          report(pods.entry, {
            message: `${describe(pods.entry.object)}: volume "${name}" ${sentence(what)}`,
            fix,
            section: `${pods.at}.volumes[${name}]`,
          });
        const wanted = csi.volumeAttributes?.['secretProviderClass'];
        if (wanted === undefined)
          say('names no SecretProviderClass', '`volumeAttributes: { secretProviderClass: … }`.');
        else if (!cluster.find(CLASS, namespace, wanted)) {
          say(
            `wants the SecretProviderClass "${wanted}", which is not in ${namespace}${didYouMean(wanted, cluster.names(CLASS, namespace))}`,
            'Create it in the Pod’s namespace.',
          );
        }
        if (csi.readOnly !== true) say('may be written to, which the driver refuses', '`readOnly: true`.');
      }
    }
  },
};
