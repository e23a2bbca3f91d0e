import { APPARMOR_ANNOTATION, BASELINE_CAPABILITIES, SAFE_SYSCTLS, SELINUX_TYPES } from '../../facts/pod-security';
import { containersOf, contextsOf, type Pod, type PodFinding } from './pod';

const CAPABILITIES: ReadonlySet<string> = new Set(BASELINE_CAPABILITIES);
const SYSCTLS: ReadonlySet<string> = new Set(SAFE_SYSCTLS);
const SELINUX: ReadonlySet<string> = new Set(SELINUX_TYPES);

/** What the level baseline does not allow. */
export function* baselineFindings(pod: Pod): Iterable<PodFinding> {
  const { spec } = pod;
  for (const key of ['hostNetwork', 'hostPID', 'hostIPC'] as const) {
    if (spec[key]) yield { control: 'Host Namespaces', field: `spec.${key}`, value: true, words: `the Pod has ${key}` };
  }
  for (const { name, hostPath } of spec.volumes ?? []) {
    if (!hostPath) continue;
    const words = `volume "${name}" is a hostPath`;
    yield { control: 'HostPath Volumes', field: 'spec.volumes[*].hostPath', value: hostPath.path, words };
  }
  for (const { name } of spec.securityContext?.sysctls ?? []) {
    if (SYSCTLS.has(name)) continue;
    const words = `the Pod sets the sysctl ${name}`;
    yield { control: 'Sysctls', field: 'spec.securityContext.sysctls[*].name', value: name, words };
  }
  for (const [key, value] of Object.entries(pod.annotations ?? {})) {
    if (!key.startsWith(APPARMOR_ANNOTATION) || value === 'runtime/default' || /^(localhost\/.*)?$/.test(value))
      continue;
    const words = `the Pod has the AppArmor profile ${value}`;
    yield { control: 'AppArmor', field: `metadata.annotations[${APPARMOR_ANNOTATION}*]`, value, words };
  }
  yield* ofContainers(pod);
  yield* ofContexts(pod);
}

function* ofContainers(pod: Pod): Iterable<PodFinding> {
  for (const { container, at, name } of containersOf(pod)) {
    const { privileged, capabilities, procMount } = container.securityContext ?? {};
    if (privileged) {
      const field = `${at}.securityContext.privileged`;
      yield { control: 'Privileged Containers', field, value: true, container, words: `${name} is privileged` };
    }
    for (const value of capabilities?.add ?? []) {
      if (CAPABILITIES.has(value)) continue;
      const field = `${at}.securityContext.capabilities.add`;
      yield { control: 'Capabilities', field, value, container, words: `${name} adds ${value}` };
    }
    for (const { hostPort } of container.ports ?? []) {
      if (!hostPort) continue;
      const field = `${at}.ports[*].hostPort`;
      yield { control: 'Host Ports', field, value: hostPort, container, words: `${name} has a hostPort` };
    }
    if (procMount && procMount !== 'Default') {
      const field = `${at}.securityContext.procMount`;
      yield { control: '/proc Mount Type', field, value: procMount, container, words: `${name} has its own /proc` };
    }
  }
}

function* ofContexts(pod: Pod): Iterable<PodFinding> {
  for (const { context, at, name, container } of contextsOf(pod)) {
    const of = container ? { container } : {};
    const { windowsOptions, appArmorProfile, seccompProfile, seLinuxOptions } = context;
    if (windowsOptions?.hostProcess) {
      const words = `${name} is a process of the host`;
      yield { control: 'HostProcess', field: `${at}.windowsOptions.hostProcess`, value: true, words, ...of };
    }
    for (const [control, profile, kind] of [
      ['AppArmor', 'appArmorProfile', appArmorProfile?.type],
      ['Seccomp', 'seccompProfile', seccompProfile?.type],
    ] as const) {
      if (kind !== 'Unconfined') continue;
      const words = `${name}’s ${control === 'Seccomp' ? 'seccomp' : control} profile is Unconfined`;
      yield { control, field: `${at}.${profile}.type`, value: kind, words, ...of };
    }
    for (const key of ['type', 'user', 'role'] as const) {
      const value = seLinuxOptions?.[key];
      if (!value || (key === 'type' && SELINUX.has(value))) continue;
      const words = `${name} has the SELinux ${key} ${value}`;
      yield { control: 'SELinux', field: `${at}.seLinuxOptions.${key}`, value, words, ...of };
    }
  }
}
