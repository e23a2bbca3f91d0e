import { describe } from '../../fleet/object';
import type { Rule } from '../rule';

export const namespaceScope: Rule = {
  id: 'kubernetes/namespace-scope',
  holds: 'namespaces on namespaced kinds, and on no others',
  category: 'schema',
  effect:
    'Argo CD looks for the object under another name than the API server keeps it: it is OutOfSync for ever, or refused.',
  source: 'Argo CD v3.5.1; the scopes of the Kubernetes 1.36 OpenAPI document and of the CRDs',
  check(cluster, report) {
    for (const key of cluster.kinds()) {
      const namespaced = cluster.scopes.isNamespaced(key);
      for (const entry of cluster.ofKind(key)) {
        const { kind, metadata } = entry.object;
        if (namespaced === false && metadata.namespace !== undefined) {
          report(entry, {
            message: `${describe(entry.object)}: a ${kind} is cluster-scoped, but this one names the namespace "${metadata.namespace}".`,
            fix: 'Take metadata.namespace away.',
            section: 'metadata.namespace',
          });
        }
        if (namespaced === true && metadata.namespace === undefined) {
          report(entry, {
            message: `${describe(entry.object)}: a ${kind} lives in a namespace, and this one names none.`,
            fix: 'Give it metadata.namespace, or its Application a namespace.',
            section: 'metadata.namespace',
          });
        }
      }
    }
  },
};
