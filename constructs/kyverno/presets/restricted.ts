import { RESTRICTED_VOLUMES } from '../../../facts/pod-security';
import type { PolicyDefinition } from './definition';
import { CONTAINERS, CONTEXTS, celList, everyContainer, podSecurityPolicy } from './pods';

/* What the level "restricted" of the Pod Security Standards (Kubernetes v1.36) asks beyond "baseline". */

/** All policies of the level, without those of baseline. */
export function podSecurityRestricted(): PolicyDefinition[] {
  return [
    disallowCapabilitiesStrict(),
    disallowPrivilegeEscalation(),
    requireRunAsNonRootUser(),
    requireRunAsNonRoot(),
    restrictSeccompStrict(),
    restrictVolumeTypes(),
  ];
}

/** Capabilities that nobody needs. */
export function disallowCapabilitiesStrict(): PolicyDefinition {
  const words = {
    name: 'disallow-capabilities-strict',
    title: 'Disallow Capabilities (Strict)',
    description: 'Containers drop ALL capabilities, and add none but NET_BIND_SERVICE.',
  };
  return podSecurityPolicy('Restricted', words, {
    variables: [CONTAINERS],
    validations: [
      {
        expression: everyContainer(`'ALL' in c.?securityContext.?capabilities.?drop.orValue([])`),
        message: 'A container does not drop ALL capabilities.',
      },
      {
        expression: everyContainer(
          `c.?securityContext.?capabilities.?add.orValue([]).all(name, name == 'NET_BIND_SERVICE')`,
        ),
        message: 'A container adds a capability that is not NET_BIND_SERVICE.',
      },
    ],
  });
}

/** Processes with more rights than what started them. */
export function disallowPrivilegeEscalation(): PolicyDefinition {
  const words = {
    name: 'disallow-privilege-escalation',
    title: 'Disallow Privilege Escalation',
    description: 'Containers say allowPrivilegeEscalation: false, so that no setuid program helps an intruder.',
  };
  return podSecurityPolicy('Restricted', words, {
    variables: [CONTAINERS],
    validations: [
      {
        expression: everyContainer('c.?securityContext.?allowPrivilegeEscalation.orValue(true) == false'),
        message: 'A container does not say allowPrivilegeEscalation: false.',
      },
    ],
  });
}

/** The user 0. */
export function requireRunAsNonRootUser(): PolicyDefinition {
  const words = {
    name: 'require-run-as-non-root-user',
    title: 'Require Run As Non-Root User',
    description: 'Where a runAsUser is said, it is not 0.',
  };
  return podSecurityPolicy('Restricted', words, {
    variables: [CONTAINERS, CONTEXTS],
    validations: [
      {
        expression: 'variables.contexts.all(context, context.?runAsUser.orValue(1) > 0)',
        message: 'The Pod or a container runs as user 0.',
      },
    ],
  });
}

/** Images that start as root. */
export function requireRunAsNonRoot(): PolicyDefinition {
  const words = {
    name: 'require-run-as-non-root',
    title: 'Require runAsNonRoot',
    description: 'runAsNonRoot is true for the Pod or for every container, and false for none.',
  };
  return podSecurityPolicy('Restricted', words, {
    variables: [CONTAINERS],
    validations: [
      {
        expression: everyContainer(
          'c.?securityContext.?runAsNonRoot.orValue(object.spec.?securityContext.?runAsNonRoot.orValue(false))',
        ),
        message: 'A container may run as root: runAsNonRoot is true neither for it nor for the Pod.',
      },
    ],
  });
}

/** Containers that are not said to be confined. */
export function restrictSeccompStrict(): PolicyDefinition {
  const words = {
    name: 'restrict-seccomp-strict',
    title: 'Restrict Seccomp (Strict)',
    description: 'Every container has the seccomp profile RuntimeDefault or Localhost, its own or the Pod’s.',
  };
  return podSecurityPolicy('Restricted', words, {
    variables: [CONTAINERS],
    validations: [
      {
        expression: everyContainer(
          `c.?securityContext.?seccompProfile.?type.orValue(object.spec.?securityContext.?seccompProfile.?type.orValue('')) in ['RuntimeDefault', 'Localhost']`,
        ),
        message: 'A container has neither the seccomp profile RuntimeDefault nor Localhost.',
      },
    ],
  });
}

/** Volumes that are more than a Pod's own. */
export function restrictVolumeTypes(): PolicyDefinition {
  const words = {
    name: 'restrict-volume-types',
    title: 'Restrict Volume Types',
    description: 'Volumes are of kinds that give a Pod nothing of its node.',
  };
  return podSecurityPolicy('Restricted', words, {
    validations: [
      {
        expression: `object.spec.?volumes.orValue([]).all(volume, volume.all(key, key in ${celList(['name', ...RESTRICTED_VOLUMES])}))`,
        message: `A volume is of a kind that is not among ${RESTRICTED_VOLUMES.join(', ')}.`,
      },
    ],
  });
}
