import { APPARMOR_ANNOTATION, BASELINE_CAPABILITIES, SAFE_SYSCTLS, SELINUX_TYPES } from '../../../facts/pod-security';
import type { Demanding, PolicyDefinition } from './definition';
import { CONTAINERS, CONTEXTS, celList, everyContainer, podSecurityPolicy } from './pods';

/*
 * The level "baseline" of the Pod Security Standards (Kubernetes v1.36), a policy for each of its controls: so that an exception
 * is from one of them, and not from all.
 */

/** All policies of the level. */
export function podSecurityBaseline(): PolicyDefinition[] {
  return [
    disallowCapabilities(),
    disallowHostNamespaces(),
    disallowHostPath(),
    disallowHostPorts(),
    disallowHostProcess(),
    disallowPrivilegedContainers(),
    disallowProcMount(),
    disallowSelinux(),
    restrictAppArmor(),
    restrictSeccomp(),
    restrictSysctls(),
  ];
}

export interface CapabilitiesProps {
  /** Capabilities that a container may add. @default - those of the level */
  readonly allowed?: readonly string[];
}

/** Adds of capabilities beyond those that a container has anyway. */
export function disallowCapabilities({ allowed = BASELINE_CAPABILITIES }: CapabilitiesProps = {}): PolicyDefinition {
  const words = {
    name: 'disallow-capabilities',
    title: 'Disallow Capabilities',
    description: 'Containers add no capabilities beyond those that a container runtime gives anyway.',
  };
  return podSecurityPolicy('Baseline', words, {
    variables: [CONTAINERS],
    validations: [
      {
        expression: everyContainer(
          `c.?securityContext.?capabilities.?add.orValue([]).all(name, name in ${celList(allowed)})`,
        ),
        message: `A container adds a capability that is not among ${allowed.join(', ')}.`,
      },
    ],
  });
}

/** The node's network, processes and memory. */
export function disallowHostNamespaces(): PolicyDefinition {
  const words = {
    name: 'disallow-host-namespaces',
    title: 'Disallow Host Namespaces',
    description: 'Pods see neither the processes nor the network nor the shared memory of their node.',
  };
  return podSecurityPolicy('Baseline', words, {
    validations: (['hostNetwork', 'hostPID', 'hostIPC'] as const).map((field) => ({
      expression: `!object.spec.?${field}.orValue(false)`,
      message: `The Pod has ${field}.`,
    })) as unknown as Demanding['validations'],
  });
}

/** Folders of the node. */
export function disallowHostPath(): PolicyDefinition {
  const words = {
    name: 'disallow-host-path',
    title: 'Disallow hostPath',
    description: 'Pods mount no folders of their node: through them a Pod may become its node’s master.',
  };
  return podSecurityPolicy('Baseline', words, {
    validations: [
      {
        expression: 'object.spec.?volumes.orValue([]).all(volume, !has(volume.hostPath))',
        message: 'A volume is a hostPath.',
      },
    ],
  });
}

export interface HostPortsProps {
  /** Ports of the node that a container may take. @default - none */
  readonly allowed?: readonly number[];
}

/** Ports of the node. */
export function disallowHostPorts({ allowed = [] }: HostPortsProps = {}): PolicyDefinition {
  const words = {
    name: 'disallow-host-ports',
    title: 'Disallow hostPorts',
    description: 'Containers take no ports of their node: another Pod could have them, and NetworkPolicies miss them.',
  };
  return podSecurityPolicy('Baseline', words, {
    variables: [CONTAINERS],
    validations: [
      {
        expression: everyContainer(
          `c.?ports.orValue([]).all(port, port.?hostPort.orValue(0) in ${JSON.stringify([0, ...allowed])})`,
        ),
        message: 'A container has a hostPort.',
      },
    ],
  });
}

/** Windows Pods that are processes of their node. */
export function disallowHostProcess(): PolicyDefinition {
  const words = {
    name: 'disallow-host-process',
    title: 'Disallow hostProcess',
    description: 'Containers of Windows are no processes of their node.',
  };
  return podSecurityPolicy('Baseline', words, {
    variables: [CONTAINERS, CONTEXTS],
    validations: [
      {
        expression: 'variables.contexts.all(context, !context.?windowsOptions.?hostProcess.orValue(false))',
        message: 'The Pod or a container is a process of its node (windowsOptions.hostProcess).',
      },
    ],
  });
}

/** Containers that may do what their node may. */
export function disallowPrivilegedContainers(): PolicyDefinition {
  const words = {
    name: 'disallow-privileged-containers',
    title: 'Disallow Privileged Containers',
    description: 'No container is privileged: nothing would keep it from its node.',
  };
  return podSecurityPolicy('Baseline', words, {
    variables: [CONTAINERS],
    validations: [
      {
        expression: everyContainer('!c.?securityContext.?privileged.orValue(false)'),
        message: 'A container is privileged.',
      },
    ],
  });
}

/** Containers with an unmasked /proc. */
export function disallowProcMount(): PolicyDefinition {
  const words = {
    name: 'disallow-proc-mount',
    title: 'Disallow procMount',
    description: 'Containers have the masked /proc that a container runtime gives them.',
  };
  return podSecurityPolicy('Baseline', words, {
    variables: [CONTAINERS],
    validations: [
      {
        expression: everyContainer(`c.?securityContext.?procMount.orValue('Default') == 'Default'`),
        message: 'A container has a procMount that is not Default.',
      },
    ],
  });
}

/** Labels of SELinux of one's own. */
export function disallowSelinux(): PolicyDefinition {
  const words = {
    name: 'disallow-selinux',
    title: 'Disallow SELinux',
    description: 'SELinux’s type is one for containers, and its user and role are left alone.',
  };
  return podSecurityPolicy('Baseline', words, {
    variables: [CONTAINERS, CONTEXTS],
    validations: [
      {
        expression: `variables.contexts.all(context, context.?seLinuxOptions.?type.orValue('') in ${celList(SELINUX_TYPES)})`,
        message: `seLinuxOptions.type is not among ${SELINUX_TYPES.filter(Boolean).join(', ')}.`,
      },
      {
        expression: `variables.contexts.all(context, context.?seLinuxOptions.?user.orValue('') == '' && context.?seLinuxOptions.?role.orValue('') == '')`,
        message: 'seLinuxOptions say a user or a role.',
      },
    ],
  });
}

/** Containers without AppArmor, where the node has it. */
export function restrictAppArmor(): PolicyDefinition {
  const words = {
    name: 'restrict-apparmor',
    title: 'Restrict AppArmor',
    description: 'Containers keep the runtime’s AppArmor profile, or have one of their node.',
  };
  return podSecurityPolicy('Baseline', words, {
    variables: [CONTAINERS, CONTEXTS],
    validations: [
      {
        expression: `variables.contexts.all(context, context.?appArmorProfile.?type.orValue('RuntimeDefault') in ['RuntimeDefault', 'Localhost'])`,
        message: 'An appArmorProfile is neither RuntimeDefault nor Localhost.',
      },
      {
        expression: `object.metadata.?annotations.orValue({}).all(key, !key.startsWith('${APPARMOR_ANNOTATION}') || object.metadata.annotations[key] in ['', 'runtime/default'] || object.metadata.annotations[key].startsWith('localhost/'))`,
        message: 'An annotation’s AppArmor profile is neither runtime/default nor localhost/….',
      },
    ],
  });
}

/** Containers that may call everything in the kernel. */
export function restrictSeccomp(): PolicyDefinition {
  const words = {
    name: 'restrict-seccomp',
    title: 'Restrict Seccomp',
    description: 'No seccomp profile is Unconfined.',
  };
  return podSecurityPolicy('Baseline', words, {
    variables: [CONTAINERS, CONTEXTS],
    validations: [
      {
        expression: `variables.contexts.all(context, context.?seccompProfile.?type.orValue('RuntimeDefault') in ['RuntimeDefault', 'Localhost'])`,
        message: 'A seccompProfile is neither RuntimeDefault nor Localhost.',
      },
    ],
  });
}

export interface SysctlsProps {
  /** Names that a Pod may set. @default - those that are a Pod's own */
  readonly allowed?: readonly string[];
}

/** Settings of the kernel that are not a Pod's own. */
export function restrictSysctls({ allowed = SAFE_SYSCTLS }: SysctlsProps = {}): PolicyDefinition {
  const words = {
    name: 'restrict-sysctls',
    title: 'Restrict sysctls',
    description: 'Pods set only those sysctls that are their own, and not their node’s.',
  };
  return podSecurityPolicy('Baseline', words, {
    validations: [
      {
        expression: `object.spec.?securityContext.?sysctls.orValue([]).all(sysctl, sysctl.name in ${celList(allowed)})`,
        message: 'A sysctl is not among those that are safe.',
      },
    ],
  });
}
