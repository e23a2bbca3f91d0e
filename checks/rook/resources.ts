import { FILESYSTEM, LEAST_MEMORY, OBJECT_STORE, ROOK_GROUP } from '../../facts/rook';
import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { Report, Rule } from '../rule';
import { specOf } from '../spec-of';
import { quantityValue } from '../syntax/quantity';
import { cephSpec, localClusters, type ResourcesShape } from './shapes';

const MIB = 2 ** 20;

export const resources: Rule = {
  id: 'rook/resources',
  holds: 'limits are not below requests, and not below what Ceph needs',
  effect: 'The API server refuses the Pods that the operator makes, or Ceph’s daemons are killed for memory.',
  source: 'Rook v1.20.6, pkg/operator/k8sutil/resources.go and pkg/operator/ceph/controller: CheckPodMemory',
  check(cluster, report) {
    for (const entry of localClusters(cluster)) {
      for (const [daemon, values] of Object.entries(cephSpec(entry).resources ?? {})) {
        checkResources(entry, daemon, values, `spec.resources.${daemon}`, report);
      }
    }
    for (const entry of cluster.ofKind(FILESYSTEM)) {
      const { metadataServer } = specOf<{ metadataServer?: { resources?: ResourcesShape } }>(entry);
      checkResources(entry, 'mds', metadataServer?.resources, 'spec.metadataServer.resources', report);
    }
    for (const entry of cluster.ofKind(OBJECT_STORE)) {
      const { gateway } = specOf<{ gateway?: { resources?: ResourcesShape } }>(entry);
      checkResources(entry, 'rgw', gateway?.resources, 'spec.gateway.resources', report);
    }
    for (const entry of cluster.ofKind(`${ROOK_GROUP}/CephRBDMirror`)) {
      const { resources: own } = specOf<{ resources?: ResourcesShape }>(entry);
      checkResources(entry, 'rbdmirror', own, 'spec.resources', report);
    }
  },
};

function checkResources(
  entry: Entry,
  daemon: string,
  values: ResourcesShape | undefined,
  at: string,
  report: Report,
): void {
  if (!values) return;
  const request = quantityValue(values.requests?.['memory']);
  const limit = quantityValue(values.limits?.['memory']);
  const name = describe(entry.object);
  if (request !== undefined && limit !== undefined && limit < request) {
    report(entry, {
      message: `${name}: ${daemon} has a memory limit of ${values.limits?.['memory']}, less than its request of ${values.requests?.['memory']}.`,
      fix: 'Raise the limit, or request less.',
      section: at,
    });
  }
  const least = LEAST_MEMORY[daemon.startsWith('osd-') ? 'osd' : daemon];
  const given = limit ?? request;
  if (least !== undefined && given !== undefined && given < least * MIB) {
    report(entry, {
      severity: 'warning',
      message: `${name}: ${daemon} may have ${values.limits?.['memory'] ?? values.requests?.['memory']} of memory; Ceph wants ${least}Mi at least.`,
      fix: `Give it ${least}Mi or more.`,
      section: at,
    });
  }
  if (daemon === 'prepareosd' && limit !== undefined) {
    report(entry, {
      severity: 'warning',
      message: `${name} limits the memory of the jobs that prepare disks.`,
      fix: 'Take the limit away: how much they need depends on the disk, and a killed one leaves it half prepared.',
      section: at,
    });
  }
}
