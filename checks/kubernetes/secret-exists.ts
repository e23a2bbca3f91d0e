import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import { referencesOf } from '../pod-references';
import { podsOf } from '../pod-specs';
import type { Rule } from '../rule';

export const secretExists: Rule = {
  id: 'kubernetes/secret-exists',
  category: 'reference',
  effect: 'The container does not start: CreateContainerConfigError, or FailedMount for ever.',
  source: 'kubernetes v1.36, pkg/kubelet/kuberuntime and pkg/volume/secret',
  check(cluster, report) {
    const known = secretsOf(cluster);
    for (const pods of podsOf(cluster)) {
      const { namespace } = pods.entry.object.metadata;
      for (const { kind, name, optional, at } of referencesOf(pods)) {
        if (kind !== 'Secret' || optional || known.has(`${namespace}/${name}`)) continue;
        const there = [...known].filter((s) => s.startsWith(`${namespace}/`)).map((s) => s.slice(s.indexOf('/') + 1));
        report(pods.entry, {
          message: `${describe(pods.entry.object)} uses the Secret "${name}", which nothing makes in ${namespace}.${didYouMean(name, there)}`,
          fix: `Let an ExternalSecret or SealedSecret make it, or list "${namespace}/${name}" under \`externals.secrets\` if somebody creates it by hand.`,
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
          fix: `Let an ExternalSecret or SealedSecret make it, or list it under \`externals.secrets\` if somebody creates it by hand.`,
        });
      }
    }
  },
};

/** Kinds whose object yields a Secret: the name is the object's own, or stands at one of these paths. */
const MAKERS: Readonly<Record<string, readonly string[]>> = {
  Secret: ['metadata.name'],
  'bitnami.com/SealedSecret': ['spec.template.metadata.name', 'metadata.name'],
  'external-secrets.io/ExternalSecret': ['spec.target.name', 'metadata.name'],
  'cert-manager.io/Certificate': ['spec.secretName'],
};

/** Every Secret that will be there, as `namespace/name`. */
function secretsOf(cluster: ClusterView): Set<string> {
  const known = new Set(cluster.facts.externals?.secrets);
  for (const [kind, paths] of Object.entries(MAKERS)) {
    for (const { object } of cluster.ofKind(kind)) {
      const values = paths.map((p) =>
        p.split('.').reduce<unknown>((o, k) => (o as Record<string, unknown>)?.[k], object),
      );
      const name = values.find((value) => typeof value === 'string');
      if (name !== undefined) known.add(`${object.metadata.namespace}/${name}`);
    }
  }
  for (const { namespace, declares } of cluster.model.applications) {
    for (const name of declares.secrets ?? []) known.add(name.includes('/') ? name : `${namespace}/${name}`);
  }
  return known;
}
