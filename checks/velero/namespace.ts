import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { backupsOf } from './shapes';

const EXCLUDE = 'velero.io/exclude-from-backup';
/** Kubernetes' own. */
const BUILT_IN = ['default', 'kube-system', 'kube-public', 'kube-node-lease'];

export const namespace: Rule = {
  id: 'velero/namespace',
  holds: 'a backup’s namespaces are there, and not labelled out of it',
  category: 'reference',
  effect: 'Nothing reports it: the backup is Completed, and what was meant is not in it.',
  source: 'Velero v1.18.1, pkg/controller/backup_controller.go: prepareBackupRequest; pkg/backup/item_collector.go',
  check(cluster, report) {
    const { applications } = cluster.model;
    const known = new Set([
      ...BUILT_IN,
      ...cluster.names('Namespace'),
      ...(cluster.facts.externals?.namespaces ?? []),
      ...applications.flatMap((a) => (a.syncOptions.includes('CreateNamespace=true') ? a.namespace : [])),
    ]);
    for (const { entry, spec, at } of backupsOf(cluster)) {
      for (const name of spec.includedNamespaces ?? []) {
        if (name === '' || /[*?[\]|(){}!,]/.test(name)) continue;
        const section = `${at}.includedNamespaces`;
        const object = cluster.find('Namespace', undefined, name)?.object;
        if (!known.has(name)) {
          report(entry, {
            message: `${describe(entry.object)} saves the namespace "${name}", which nothing makes.${didYouMean(name, known)}`,
            fix: 'Name a Namespace of the cluster, or declare it by `external("Namespace", …)`.',
            section,
          });
        } else if (object?.metadata.labels?.[EXCLUDE] === 'true') {
          report(entry, {
            message: `${describe(entry.object)} saves the namespace "${name}", whose label ${EXCLUDE} leaves it out.`,
            fix: 'Take the label away, or the namespace out of the list: with both every backup is FailedValidation.',
            section,
          });
        }
      }
    }
  },
};
