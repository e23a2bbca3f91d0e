import { describe } from '../../fleet/object';
import type { Rule } from '../rule';

export const nodeAgentNamespace: Rule = {
  id: 'velero/node-agent-namespace',
  holds: 'the node-agent’s namespace is privileged',
  category: 'reference',
  effect: 'No Pod of the node-agent is created: file systems are not read, and data is not moved.',
  source: 'Velero v1.18.1, pkg/install/daemonset.go: hostPath volumes, user 0; Talos enforces "baseline"',
  check(cluster, report) {
    const application = cluster.model.applications.find(({ helm }) => helm?.chart === 'velero');
    const values = application?.helm?.values as
      | { deployNodeAgent?: boolean; nodeAgent?: { disableHostPath?: boolean } }
      | undefined;
    if (!application || !values?.deployNodeAgent) return;
    const entry = cluster.find('Namespace', undefined, application.namespace);
    if (!entry) return;
    const level = entry.object.metadata.labels?.['pod-security.kubernetes.io/enforce'];
    const wanted = values.nodeAgent?.disableHostPath ? ['privileged', 'baseline'] : ['privileged'];
    // Nothing said is what the platform enforces: on Talos baseline.
    if (level === undefined ? cluster.facts.platform.name !== 'talos' : wanted.includes(level)) return;
    report(entry, {
      message: `${describe(entry.object)} enforces ${level ?? 'baseline'}, and Velero's node-agent mounts folders of the node.`,
      fix: `pod-security.kubernetes.io/enforce: ${wanted[0]}.`,
      section: 'metadata.labels',
    });
  },
};
