import { describe } from '../../fleet/object';
import { podsOf } from '../pod-specs';
import type { Rule } from '../rule';

export const uniqueInPod: Rule = {
  id: 'kubernetes/unique-in-pod',
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
      const { containers } = pods;
      for (const name of twice(containers.map(({ container }) => container.name))) say('containers', name, pods.at);
      for (const name of twice((pods.spec.volumes ?? []).map((v) => v.name)))
        say('volumes', name, `${pods.at}.volumes`);
      for (const { container, at } of containers) {
        for (const name of twice((container.env ?? []).map((e) => e.name)))
          say('environment variables', name, `${at}.env`);
        for (const path of twice((container.volumeMounts ?? []).map((m) => m.mountPath)))
          say('mounts at', path, `${at}.volumeMounts`);
        const ports = (container.ports ?? []).map((p) => `${p.containerPort}/${p.protocol ?? 'TCP'}`);
        for (const port of twice(ports)) say('ports', port, `${at}.ports`);
        const names = (container.ports ?? []).map((p) => p.name).filter((name) => name !== undefined);
        for (const name of twice(names)) say('ports', name, `${at}.ports`);
      }
    }
  },
};

/** What is in a list more than once. */
function twice(names: readonly string[]): Set<string> {
  return new Set(names.filter((name, i) => names.indexOf(name) !== i));
}
