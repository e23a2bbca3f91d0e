import { DNS_1035_LABEL, DNS_LABEL, isDnsSubdomain, toDnsLabel } from '../../fleet/names';
import { describe, type GroupKind } from '../../fleet/object';
import { type Pods, podsOf } from '../pod-specs';
import type { Report, Rule } from '../rule';

/** Kinds whose name must be a DNS label of 63 characters; most others take a subdomain of 253. */
const LABEL_KINDS: ReadonlySet<GroupKind> = new Set(['Namespace']);
/** Kinds whose name becomes part of their Pods' names or labels: longer ones are accepted, and never run. */
const POD_NAMING: Readonly<Record<GroupKind, number>> = {
  'apps/StatefulSet': 52,
  'batch/CronJob': 52,
  'batch/Job': 63,
};
/** RBAC names may be any path segment: `system:auth-delegator`. */
const PATH_SEGMENT = /^(?!\.{1,2}$)[^/%]+$/;

export const nameSyntax: Rule = {
  id: 'kubernetes/name-syntax',
  holds: 'names are what the API server takes for the kind',
  effect: 'The API server refuses the object, and the whole sync fails.',
  source: 'kubernetes v1.36, apimachinery/pkg/api/validation and pkg/apis/*/validation',
  check(cluster, report) {
    for (const key of cluster.kinds()) {
      const longest = POD_NAMING[key];
      const isValid = syntaxOf(key);
      for (const entry of cluster.ofKind(key)) {
        // Names of Applications and AppProjects are their constructs' own rule.
        if (entry.application === undefined) continue;
        const { kind, metadata } = entry.object;
        const name = metadata.name;
        if (typeof name !== 'string' || name === '') {
          if (metadata['generateName']) continue;
          report(entry, { message: `A ${kind} has no name.`, fix: 'Give it metadata.name.', section: 'metadata.name' });
        } else if (!isValid(name)) {
          report(entry, {
            message: `${describe(entry.object)}: "${name}" is no valid name for a ${kind}.`,
            fix: `Lower-case letters, digits and dashes: "${toDnsLabel(name)}".`,
            section: 'metadata.name',
            wrongName: name,
          });
        } else if (longest !== undefined && name.length > longest) {
          report(entry, {
            message: `${describe(entry.object)}: the name has ${name.length} characters; a ${kind} may have ${longest}, as its Pods' names and labels are made from it.`,
            fix: `Shorten it: "${name.slice(0, longest).replace(/[-.]+$/, '')}".`,
            section: 'metadata.name',
          });
        }
      }
    }
    for (const pods of podsOf(cluster)) {
      for (const { container } of pods.containers) checkLabel(pods, container.name, report);
      for (const { name } of pods.spec.volumes ?? []) checkLabel(pods, name, report);
    }
  },
};

function checkLabel({ entry, at }: Pods, name: string, report: Report): void {
  if (DNS_LABEL.test(name)) return;
  report(entry, {
    message: `${describe(entry.object)}: "${name}" is no valid name for a container or volume.`,
    fix: `Lower-case letters, digits and dashes: "${toDnsLabel(name)}".`,
    section: at,
  });
}

function syntaxOf(kind: GroupKind): (name: string) => boolean {
  if (kind.startsWith('rbac.authorization.k8s.io/')) return (name) => PATH_SEGMENT.test(name);
  if (kind === 'Service') return (name) => DNS_1035_LABEL.test(name);
  return LABEL_KINDS.has(kind) ? (name) => DNS_LABEL.test(name) : isDnsSubdomain;
}
