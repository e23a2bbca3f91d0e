import { type Control, containers, contexts, type PodFinding } from './pod';

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
 * The controls of the level baseline. Source: Kubernetes v1.36, pod-security-admission/policy, and the page "Pod Security
 * Standards" of its documentation.
 */
export const baseline: readonly Control[] = [
  {
    name: 'Host Namespaces',
    check: ({ spec }) =>
      (['hostNetwork', 'hostPID', 'hostIPC'] as const)
        .filter((field) => spec[field] === true)
        .map((field) => ({ field: `spec.${field}`, value: true })),
  },
  {
    name: 'Privileged Containers',
    check: (pod) =>
      containers(pod)
        .filter(({ container }) => container.securityContext?.privileged === true)
        .map(({ at, image }) => ({ field: `${at}.securityContext.privileged`, value: true, image })),
  },
  {
    name: 'Capabilities',
    check: (pod) =>
      containers(pod).flatMap(({ container, at, image }) =>
        (container.securityContext?.capabilities?.add ?? [])
          .filter((capability) => !CAPABILITIES.includes(capability))
          .map((value) => ({ field: `${at}.securityContext.capabilities.add`, value, image })),
      ),
  },
  {
    name: 'HostPath Volumes',
    check: ({ spec }) =>
      (spec.volumes ?? [])
        .filter(({ hostPath }) => hostPath !== undefined)
        .map(({ hostPath }) => ({ field: 'spec.volumes[*].hostPath', value: hostPath?.path })),
  },
  {
    name: 'Host Ports',
    check: (pod) =>
      containers(pod).flatMap(({ container, at, image }) =>
        (container.ports ?? [])
          .filter(({ hostPort }) => (hostPort ?? 0) !== 0)
          .map(({ hostPort }) => ({ field: `${at}.ports[*].hostPort`, value: hostPort, image })),
      ),
  },
  {
    name: 'HostProcess',
    check: (pod) =>
      contexts(pod)
        .filter(({ context }) => context.windowsOptions?.hostProcess === true)
        .map(({ at, image }) => found(`${at}.windowsOptions.hostProcess`, true, image)),
  },
  {
    name: 'AppArmor',
    check: (pod) => [
      ...contexts(pod)
        .filter(({ context }) => context.appArmorProfile?.type === 'Unconfined')
        .map(({ at, image }) => found(`${at}.appArmorProfile.type`, 'Unconfined', image)),
      ...Object.entries(pod.metadata.annotations ?? {})
        .filter(
          ([key, value]) =>
            key.startsWith(APPARMOR) && value !== 'runtime/default' && !/^(localhost\/.*)?$/.test(value),
        )
        .map(([, value]) => found(`metadata.annotations[${APPARMOR}*]`, value, undefined)),
    ],
  },
  {
    name: 'SELinux',
    check: (pod) =>
      contexts(pod).flatMap(({ context: { seLinuxOptions }, at, image }) => [
        ...(SELINUX.includes(seLinuxOptions?.type ?? '')
          ? []
          : [found(`${at}.seLinuxOptions.type`, seLinuxOptions?.type, image)]),
        ...(seLinuxOptions?.user ? [found(`${at}.seLinuxOptions.user`, seLinuxOptions.user, image)] : []),
        ...(seLinuxOptions?.role ? [found(`${at}.seLinuxOptions.role`, seLinuxOptions.role, image)] : []),
      ]),
  },
  {
    name: '/proc Mount Type',
    check: (pod) =>
      containers(pod)
        .filter(({ container }) => (container.securityContext?.procMount ?? 'Default') !== 'Default')
        .map(({ container, at, image }) =>
          found(`${at}.securityContext.procMount`, container.securityContext?.procMount, image),
        ),
  },
  {
    name: 'Seccomp',
    check: (pod) =>
      contexts(pod)
        .filter(({ context }) => context.seccompProfile?.type === 'Unconfined')
        .map(({ at, image }) => found(`${at}.seccompProfile.type`, 'Unconfined', image)),
  },
  {
    name: 'Sysctls',
    check: ({ spec }) =>
      (spec.securityContext?.sysctls ?? [])
        .filter(({ name }) => !SYSCTLS.includes(name))
        .map(({ name }) => ({ field: 'spec.securityContext.sysctls[*].name', value: name })),
  },
];

const found = (field: string, value: unknown, image: string | undefined): PodFinding => ({
  field,
  value,
  ...(image === undefined ? {} : { image }),
});
