import { describe } from '../../fleet/object';
import type { ContainerPort, VolumeMount } from '../../imports/k8s';
import { type PodContainer, type Pods, podsOf } from '../pod-specs';
import type { Report, Rule } from '../rule';

export const uniqueInPod: Rule = {
  id: 'kubernetes/unique-in-pod',
  holds: 'no container, volume, variable, mount or port twice',
  category: 'schema',
  effect: 'The API server refuses it, or takes the last; Argo CD cannot compare the object: duplicate entries for key.',
  source: 'kubernetes v1.36, pkg/apis/core/validation; Argo CD v3.5.1, gitops-engine/pkg/diff',
  check(cluster, report) {
    for (const pods of podsOf(cluster)) {
      const { containers, spec } = pods;
      tell(pods, twice(containers, nameOfContainer), 'containers', pods, '.containers', report);
      tell(pods, twice(spec.volumes, nameOf), 'volumes', pods, '.volumes', report);
      for (const place of containers) {
        const { env, volumeMounts, ports } = place.container;
        tell(pods, twice(env, nameOf), 'environment variables', place, '.env', report);
        tell(pods, twice(volumeMounts, pathOf), 'mounts at', place, '.volumeMounts', report);
        tell(pods, twice(ports, numberOf), 'ports', place, '.ports', report);
        tell(pods, twice(ports, nameOf), 'ports', place, '.ports', report);
      }
    }
  },
};

const nameOf = ({ name }: { readonly name?: string }) => name;
const nameOfContainer = ({ container }: PodContainer) => container.name;
const pathOf = ({ mountPath }: VolumeMount) => mountPath;
const numberOf = ({ containerPort, protocol = 'TCP' }: ContainerPort) => `${containerPort}/${protocol}`;

function tell(
  { entry }: Pods,
  names: ReadonlySet<string>,
  what: string,
  place: { readonly at: string },
  field: string,
  report: Report,
): void {
  if (names.size === 0) return;
  for (const name of names) {
    report(entry, {
      message: `${describe(entry.object)} has two ${what} "${name}".`,
      fix: 'Give one of them another name, or take it away.',
      section: `${place.at}${field}`,
    });
  }
}

const NONE: ReadonlySet<string> = new Set();

/** What is in a list more than once. */
function twice<T>(items: readonly T[] | undefined, key: (item: T) => string | undefined): ReadonlySet<string> {
  if (items === undefined || items.length < 2) return NONE;
  let found: Set<string> | undefined;
  const seen = new Set<string>();
  for (const item of items) {
    const name = key(item);
    if (name === undefined) continue;
    if (seen.has(name)) found = (found ?? new Set()).add(name);
    seen.add(name);
  }
  return found ?? NONE;
}
