import { containersOf, contextsOf, type Pod, type PodFinding } from './pod';

/** Capabilities that "baseline" lets a container add. */
const CAPABILITIES = [
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
const SYSCTLS = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.tcp_wmem',
];
const SELINUX = ['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'];
const APPARMOR = 'container.apparmor.security.beta.kubernetes.io/';

/**
 * What the level baseline does not allow. Source: Kubernetes v1.36, pod-security-admission/policy, and the page "Pod Security
 * Standards" of its documentation.
 */
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
    if (SYSCTLS.includes(name)) continue;
    const words = `the Pod sets the sysctl ${name}`;
    yield { control: 'Sysctls', field: 'spec.securityContext.sysctls[*].name', value: name, words };
  }
  for (const [key, value] of Object.entries(pod.annotations ?? {})) {
    if (!key.startsWith(APPARMOR) || value === 'runtime/default' || /^(localhost\/.*)?$/.test(value)) continue;
    const words = `the Pod has the AppArmor profile ${value}`;
    yield { control: 'AppArmor', field: `metadata.annotations[${APPARMOR}*]`, value, words };
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
      if (CAPABILITIES.includes(value)) continue;
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
      if (!value || (key === 'type' && SELINUX.includes(value))) continue;
      const words = `${name} has the SELinux ${key} ${value}`;
      yield { control: 'SELinux', field: `${at}.seLinuxOptions.${key}`, value, words, ...of };
    }
  }
}
