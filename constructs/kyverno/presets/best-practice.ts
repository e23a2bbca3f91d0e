import type { GroupKind } from '../../../fleet/object';
import type { Demanding, PolicyDefinition } from './definition';
import { CONTAINERS, celList, everyContainer, PODS } from './pods';
import { registryPattern } from './registry-pattern';

const CATEGORY = { category: 'Best Practices', severity: 'medium' } as const;

/** Images without a tag, or with one that moves. */
export function disallowLatestTag(): PolicyDefinition {
  return {
    ...CATEGORY,
    name: 'disallow-latest-tag',
    title: 'Disallow Latest Tag',
    description: 'Every image has a tag that is not latest, or a digest: what runs changes only with a commit.',
    match: PODS,
    variables: [CONTAINERS],
    validations: [
      {
        // The tag is in the last part of the path: a registry may have a port.
        expression: everyContainer(`c.image.matches('^(.*/)?[^/:@]+:[^/:@]+(@.+)?$') || c.image.contains('@')`),
        message: 'An image has no tag.',
      },
      {
        expression: everyContainer(`!c.image.matches('^(.*/)?[^/:@]+:latest(@.+)?$')`),
        message: 'An image has the tag latest.',
      },
    ],
  };
}

export interface RequireLabelsProps {
  /** Keys that have to be there, with a value. */
  readonly labels: readonly [string, ...string[]];
  /** Kinds that have to have them; for Pods their makers’ templates too. @default Pod */
  readonly kinds?: readonly [GroupKind, ...GroupKind[]];
}

/** Objects that nobody can tell apart. */
export function requireLabels({ labels, kinds = ['Pod'] }: RequireLabelsProps): PolicyDefinition {
  return {
    ...CATEGORY,
    name: 'require-labels',
    title: 'Require Labels',
    description: `What runs says what it is: ${labels.join(', ')}.`,
    match: { kinds },
    validations: [
      {
        expression: `${celList(labels)}.all(key, object.metadata.?labels[?key].orValue('') != '')`,
        message: `One of the labels ${labels.join(', ')} is missing.`,
      },
    ],
  };
}

export interface RequireLimitsProps {
  /** What each container requests. @default cpu and memory */
  readonly requests?: readonly ('cpu' | 'memory' | 'ephemeral-storage')[];
  /** What each container is limited to. @default memory: a limit of CPU slows down what others leave unused */
  readonly limits?: readonly ('cpu' | 'memory' | 'ephemeral-storage')[];
}

/** Containers of which the scheduler knows nothing. */
export function requireLimitsAndRequests(props: RequireLimitsProps = {}): PolicyDefinition {
  const { requests = ['cpu', 'memory'], limits = ['memory'] } = props;
  const has = (list: string, resource: string) =>
    // An ephemeral container has none.
    `(object.spec.containers + object.spec.?initContainers.orValue([])).all(c, has(c.resources) && has(c.resources.${list}) && '${resource}' in c.resources.${list})`;
  const validations = [
    ...requests.map((resource) => ({
      expression: has('requests', resource),
      message: `A container requests no ${resource}.`,
    })),
    ...limits.map((resource) => ({
      expression: has('limits', resource),
      message: `A container has no limit of ${resource}.`,
    })),
  ];
  return {
    ...CATEGORY,
    name: 'require-requests-limits',
    title: 'Require Limits and Requests',
    description: 'Containers say what they need, and how much they may take at most.',
    match: PODS,
    validations: validations as unknown as Demanding['validations'],
  };
}

export interface RequireProbesProps {
  /** Probes that each container has to have. @default livenessProbe and readinessProbe */
  readonly probes?: readonly [Probe, ...Probe[]];
}

type Probe = 'livenessProbe' | 'readinessProbe' | 'startupProbe';

/** Containers of which nobody knows whether they work. */
export function requirePodProbes(props: RequireProbesProps = {}): PolicyDefinition {
  const { probes = ['livenessProbe', 'readinessProbe'] } = props;
  return {
    ...CATEGORY,
    name: 'require-pod-probes',
    title: 'Require Pod Probes',
    description: 'What runs for ever has probes: without them a Pod that hangs gets requests, and is never restarted.',
    // Not Pods: those of a Job end by themselves.
    match: { kinds: ['apps/Deployment', 'apps/StatefulSet', 'apps/DaemonSet'] },
    validations: probes.map((probe) => ({
      expression: `object.spec.template.spec.containers.all(c, has(c.${probe}))`,
      message: `A container has no ${probe}.`,
    })) as unknown as Demanding['validations'],
  };
}

export interface RestrictRegistriesProps {
  /** Registries, with a path or without: `ghcr.io`, `docker.io/itzg`. An image without a registry is of docker.io. */
  readonly registries: readonly [string, ...string[]];
}

/** Images from anywhere. */
export function restrictImageRegistries({ registries }: RestrictRegistriesProps): PolicyDefinition {
  return {
    ...CATEGORY,
    severity: 'high',
    name: 'restrict-image-registries',
    title: 'Restrict Image Registries',
    description: `Images come from ${registries.join(', ')}.`,
    match: PODS,
    variables: [CONTAINERS],
    validations: [
      {
        expression: everyContainer(`c.image.matches('${registryPattern(registries)}')`),
        message: `An image is of none of ${registries.join(', ')}.`,
      },
    ],
  };
}

/** Services with a port of every node. */
export function disallowNodePort(): PolicyDefinition {
  return {
    ...CATEGORY,
    name: 'disallow-node-port',
    title: 'Disallow NodePort',
    description: 'No Service is of the type NodePort: it would be open on every node, past the Gateway.',
    match: { kinds: ['Service'] },
    validations: [
      {
        expression: `object.spec.?type.orValue('ClusterIP') != 'NodePort'`,
        message: 'The Service is of the type NodePort.',
      },
    ],
  };
}
