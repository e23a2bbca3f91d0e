import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { ServiceSpec } from '../../imports/k8s';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';

export const nodePortUnique: Rule = {
  id: 'kubernetes/node-port-unique',
  holds: 'a port of the nodes is one Service’s',
  effect: 'The API server refuses the second: provided port is already allocated.',
  source: 'kubernetes v1.36, pkg/registry/core/service/portallocator',
  check(cluster, report) {
    const taken = new Map<string, Entry>();
    for (const entry of cluster.ofKind('Service')) {
      for (const { nodePort, protocol = 'TCP', name } of specOf<ServiceSpec>(entry).ports ?? []) {
        if (nodePort === undefined) continue;
        const key = `${protocol} ${nodePort}`;
        const other = taken.get(key);
        if (other && other !== entry) {
          report(entry, {
            message: `${describe(entry.object)} wants the node port ${key}, which is ${describe(other.object)}’s.`,
            fix: 'Take another, or leave `nodePort` out: Kubernetes then chooses.',
            section: `spec.ports[${name ?? nodePort}].nodePort`,
          });
        }
        taken.set(key, other ?? entry);
      }
    }
  },
};
