import { describe } from '../../fleet/object';
import type { PodSpec } from '../../imports/k8s';
import type { ClusterView } from '../cluster-view';
import { type Pods, podsOf } from '../pod-specs';
import type { Rule } from '../rule';

/** Capabilities that "baseline" lets a container add. */
const BASELINE_CAPABILITIES = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
];

/** Kinds of volumes that "restricted" lets a Pod have. */
const RESTRICTED_VOLUMES = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
  'image',
];

export const podSecurity: Rule = {
  id: 'kubernetes/pod-security',
  effect:
    'The workload is accepted, and none of its Pods is ever created: the reason is only in the ReplicaSet’s events.',
  source: 'kubernetes v1.36, staging/src/k8s.io/pod-security-admission/policy: the levels baseline and restricted',
  check(cluster, report) {
    for (const pods of podsOf(cluster)) {
      const level = levelOf(cluster, pods);
      if (level !== 'baseline' && level !== 'restricted') continue;
      const problems = [...baselineProblems(pods), ...(level === 'restricted' ? restrictedProblems(pods) : [])];
      if (problems.length === 0) continue;
      report(pods.entry, {
        message: `${describe(pods.entry.object)}: its namespace enforces Pod Security "${level}", and ${problems.join('; ')}.`,
        fix: 'Take it away, or make the namespace less strict: `new Namespace(app, …, { podSecurity: … })`.',
        section: pods.at,
      });
    }
  },
};

function levelOf(cluster: ClusterView, { entry }: Pods): string | undefined {
  const namespace = cluster.find('Namespace', undefined, entry.object.metadata.namespace ?? '');
  return namespace?.object.metadata.labels?.['pod-security.kubernetes.io/enforce'];
}

function* baselineProblems({ spec, containers }: Pods): Iterable<string> {
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC'] as const) if (spec[field]) yield `the Pod has ${field}`;
  for (const volume of spec.volumes ?? []) if (volume.hostPath) yield `volume "${volume.name}" is a hostPath`;
  for (const { container } of containers) {
    const { privileged, capabilities } = container.securityContext ?? {};
    if (privileged) yield `container "${container.name}" is privileged`;
    const added = (capabilities?.add ?? []).filter((name) => !BASELINE_CAPABILITIES.includes(name));
    if (added.length > 0) yield `container "${container.name}" adds ${added.join(', ')}`;
    if ((container.ports ?? []).some((port) => port.hostPort)) yield `container "${container.name}" has a hostPort`;
  }
  if (isUnconfined(spec.securityContext)) yield 'the Pod’s seccomp profile is Unconfined';
}

function* restrictedProblems({ spec, containers }: Pods): Iterable<string> {
  const pod = spec.securityContext ?? {};
  for (const volume of spec.volumes ?? []) {
    const kind = Object.keys(volume).find((key) => key !== 'name');
    if (kind && kind !== 'hostPath' && !RESTRICTED_VOLUMES.includes(kind))
      yield `volume "${volume.name}" is of the kind ${kind}`;
  }
  for (const { container } of containers) {
    const own = container.securityContext ?? {};
    const name = `container "${container.name}"`;
    if (!(own.runAsNonRoot ?? pod.runAsNonRoot)) yield `${name} may run as root (runAsNonRoot)`;
    if ((own.runAsUser ?? pod.runAsUser) === 0) yield `${name} runs as user 0`;
    if (own.allowPrivilegeEscalation !== false) yield `${name} may escalate (allowPrivilegeEscalation)`;
    if (!own.capabilities?.drop?.includes('ALL')) yield `${name} does not drop ALL capabilities`;
    const added = (own.capabilities?.add ?? []).filter(
      (c) => c !== 'NET_BIND_SERVICE' && BASELINE_CAPABILITIES.includes(c),
    );
    if (added.length > 0) yield `${name} adds ${added.join(', ')}`;
    const profile = (own.seccompProfile ?? pod.seccompProfile)?.type;
    if (profile !== 'RuntimeDefault' && profile !== 'Localhost') yield `${name} has no seccomp profile`;
  }
}

const isUnconfined = (context: PodSpec['securityContext']) => context?.seccompProfile?.type === 'Unconfined';
