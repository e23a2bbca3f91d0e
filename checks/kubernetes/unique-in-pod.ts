import { describe } from '../../fleet/object';
import { podsOf } from '../pod-specs';
import type { Rule } from '../rule';

export const uniqueInPod: Rule = {
  id: 'kubernetes/unique-in-pod',
  holds: 'no container, volume, variable, mount or port twice',
  category: 'schema',
  effect: 'The API server refuses it, or takes the last; Argo CD cannot compare the object: duplicate entries for key.',
  source: 'kubernetes v1.36, pkg/apis/core/validation; Argo CD v3.5.1, gitops-engine/pkg/diff',
  check(cluster, report) {
    for (const pods of podsOf(cluster)) {
      const say = (what: string, name: string, section: string) =>
        report(pods.entry, {
          message: `${describe(pods.entry.object)} has two ${what} "${name}".`,
          fix: 'Give one of them another name, or take it away.',
          section,
        });
      const { containers, spec } = pods;
      for (const name of twice(containers, ({ container }) => container.name)) say('containers', name, pods.at);
      for (const name of twice(spec.volumes, (v) => v.name)) say('volumes', name, `${pods.at}.volumes`);
      for (const place of containers) {
        const { container } = place;
        const { env, volumeMounts, ports } = container;
        for (const name of twice(env, (e) => e.name)) say('environment variables', name, `${place.at}.env`);
        for (const path of twice(volumeMounts, (m) => m.mountPath)) say('mounts at', path, `${place.at}.volumeMounts`);
        for (const port of twice(ports, (p) => `${p.containerPort}/${p.protocol ?? 'TCP'}`))
          say('ports', port, `${place.at}.ports`);
        for (const name of twice(ports, (p) => p.name)) say('ports', name, `${place.at}.ports`);
      }
    }
  },
};

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
