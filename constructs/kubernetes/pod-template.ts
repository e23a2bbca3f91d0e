import type { PodSecurityContext, PodSpec, PodTemplateSpec, Toleration } from '../../imports/k8s';
import { type ContainerProps, containerSpec } from './container';
import type { ServiceAccount } from './service-account';
import type { ClaimTemplate, PodVolume } from './volume';

export interface PodProps<Port extends string = string, V extends PodVolume | ClaimTemplate = PodVolume> {
  readonly containers: readonly ContainerProps<Port, V>[];
  /** Containers that run to their end, one after another, before the others start. @default - none */
  readonly initContainers?: readonly ContainerProps<Port, V>[];
  /** The account whose token the Pod gets. @default - the namespace's default account, and no token */
  readonly serviceAccount?: ServiceAccount;
  /** Over the default that Pod Security "restricted" asks for: not root, the runtime's seccomp profile. */
  readonly securityContext?: PodSecurityContext;
  /** Seconds between SIGTERM and SIGKILL. @default 30 */
  readonly terminationGracePeriodSeconds?: number;
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly tolerations?: readonly Toleration[];
  readonly priorityClassName?: string;
  /** Labels of the Pods, beside those that select them. @default - none */
  readonly podLabels?: Readonly<Record<string, string>>;
  readonly podAnnotations?: Readonly<Record<string, string>>;
  /** Any other field of the Pod's spec, stronger than all above. @default - none */
  readonly podSpec?: Partial<PodSpec>;
}

/** A Pod template whose labels are what selects it. */
export function podTemplate<V extends PodVolume | ClaimTemplate>(
  props: PodProps<string, V>,
  selector: Readonly<Record<string, string>>,
  restartPolicy?: 'OnFailure' | 'Never',
): PodTemplateSpec {
  const spec: PodSpec = {
    containers: props.containers.map(containerSpec),
    initContainers: props.initContainers?.map(containerSpec),
    volumes: volumesOf(props),
    restartPolicy,
    serviceAccountName: props.serviceAccount?.name,
    // No token unless an account was chosen for it, and no environment variables for every Service of the namespace.
    automountServiceAccountToken: props.serviceAccount !== undefined,
    enableServiceLinks: false,
    securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' }, ...props.securityContext },
    terminationGracePeriodSeconds: props.terminationGracePeriodSeconds,
    nodeSelector: props.nodeSelector,
    tolerations: props.tolerations,
    priorityClassName: props.priorityClassName,
    ...props.podSpec,
  };
  const labels = { ...props.podLabels, ...selector };
  const checksum = configChecksum(props);
  const annotations = checksum || props.podAnnotations ? { ...checksum, ...props.podAnnotations } : undefined;
  const metadata = Object.keys(labels).length > 0 || annotations ? { labels, annotations } : undefined;
  return { metadata, spec };
}

/**
 * An annotation that changes with the ConfigMaps that a container reads only when it starts: as environment, or by
 * subPath. A change of one then makes new Pods.
 */
function configChecksum(props: PodProps<string, PodVolume | ClaimTemplate>): Record<string, string> | undefined {
  const maps = new Map<string, string>();
  for (const { envFrom = [], mounts = [] } of [...(props.initContainers ?? []), ...props.containers]) {
    for (const map of envFrom) maps.set(map.name, map.checksum);
    for (const { volume, subPath } of mounts) {
      if (volume.type === 'volume' && volume.configMap && subPath !== undefined)
        maps.set(volume.configMap.name, volume.configMap.checksum);
    }
  }
  if (maps.size === 0) return undefined;
  return {
    'checksum/config': [...maps]
      .sort()
      .map(([, checksum]) => checksum)
      .join('-'),
  };
}

/** The volumes that containers mount, each once. */
function volumesOf(props: PodProps<string, PodVolume | ClaimTemplate>): PodSpec['volumes'] {
  const volumes = new Map<string, NonNullable<PodSpec['volumes']>[number]>();
  for (const volume of mountedVolumes(props)) if (volume.type === 'volume') volumes.set(volume.name, volume.spec);
  return volumes.size > 0 ? [...volumes.values()] : undefined;
}

/** Everything that containers mount. */
export function mountedVolumes<V extends PodVolume | ClaimTemplate>(props: PodProps<string, V>): V[] {
  const containers = [...(props.initContainers ?? []), ...props.containers];
  return containers.flatMap((c) => (c.mounts ?? []).map((mount) => mount.volume));
}
