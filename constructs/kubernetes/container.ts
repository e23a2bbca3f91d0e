import type {
  Container,
  ContainerPort,
  EnvFromSource,
  EnvVar,
  Lifecycle,
  Probe,
  ResourceRequirements,
  SecurityContext,
} from '../../imports/k8s';
import type { SecretReference } from '../secrets/secret-reference';
import type { ConfigMap } from './config-map';
import type { Image } from './image';
import type { ClaimTemplate, PodVolume } from './volume';

/** CPU and memory, as Kubernetes writes them: `500m`, `4Gi`. */
export interface Resources {
  readonly cpu?: string;
  readonly memory?: string;
  readonly 'ephemeral-storage'?: string;
}

export interface ContainerProps<Port extends string = string, V extends PodVolume | ClaimTemplate = PodVolume> {
  readonly name: string;
  readonly image: Image;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  /** Ports by name; a number is a TCP port. @default - none */
  readonly ports?: { readonly [P in Port]?: number | PortProps };
  /** Environment, by name: a string, or where it is from. Nothing secret as a string. @default - none */
  readonly env?: Readonly<Record<string, string | EnvSource>>;
  /** Whole ConfigMaps as environment. @default - none */
  readonly envFrom?: readonly ConfigMap[];
  /** What the scheduler keeps free for it. */
  readonly requests?: Resources;
  /** Where it is stopped (memory) or slowed (CPU). @default - none */
  readonly limits?: Resources;
  readonly startup?: Probe;
  readonly readiness?: Probe;
  readonly liveness?: Probe;
  readonly lifecycle?: Lifecycle;
  readonly mounts?: readonly Mount<V>[];
  /**
   * Over the defaults that Pod Security "restricted" asks for: no privilege escalation, all capabilities dropped,
   * and beyond it a root file system that is read-only.
   * @default - the defaults
   */
  readonly securityContext?: SecurityContext;
}

export interface PortProps {
  readonly port: number;
  /** @default TCP */
  readonly protocol?: 'TCP' | 'UDP' | 'SCTP';
}

export interface Mount<V extends PodVolume | ClaimTemplate = PodVolume> {
  readonly volume: V;
  readonly path: string;
  /** One file or folder of the volume. @default - all of it */
  readonly subPath?: string;
  /** @default false */
  readonly readOnly?: boolean;
}

/** Where an environment variable's value is from. */
export type EnvSource = NonNullable<EnvVar['valueFrom']>;

/** A key of a Secret that something else makes. */
export function fromSecret(
  secret: string | SecretReference,
  key: string,
  options: { optional?: boolean } = {},
): EnvSource {
  const name = typeof secret === 'string' ? secret : secret.name;
  return { secretKeyRef: { name, key, ...(options.optional ? { optional: true } : {}) } };
}

/** A key of a ConfigMap. */
export function fromConfigMap(configMap: ConfigMap, key: string): EnvSource {
  return { configMapKeyRef: { name: configMap.name, key } };
}

/** A field of the Pod, such as `metadata.name` or `status.podIP`. */
export function fromField(fieldPath: string): EnvSource {
  return { fieldRef: { fieldPath } };
}

/** The container as the API has it. */
export function containerSpec(props: ContainerProps<string, PodVolume | ClaimTemplate>): Container {
  return {
    name: props.name,
    image: props.image,
    // A tag with a digest never changes, so what the node has is right.
    imagePullPolicy: 'IfNotPresent',
    command: props.command,
    args: props.args,
    env: environment(props.env ?? {}),
    envFrom: props.envFrom?.map((map): EnvFromSource => ({ configMapRef: { name: map.name } })),
    ports: portsOf(props),
    resources: resourcesOf(props),
    startupProbe: props.startup,
    readinessProbe: props.readiness,
    livenessProbe: props.liveness,
    lifecycle: props.lifecycle,
    volumeMounts: mountsOf(props.mounts ?? []),
    securityContext: { ...RESTRICTED, ...props.securityContext },
  };
}

/** A container's ports, by name. */
export function portsOf({ ports = {} }: Pick<ContainerProps, 'ports'>): ContainerPort[] | undefined {
  const list = Object.entries(ports).map(([name, value]) => {
    const { port, protocol } = typeof value === 'number' ? { port: value, protocol: undefined } : (value as PortProps);
    return { name, containerPort: port, protocol: protocol ?? 'TCP' };
  });
  return list.length > 0 ? list : undefined;
}

/** What Pod Security "restricted" asks of a container, and a read-only root file system. */
const RESTRICTED: SecurityContext = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  readOnlyRootFilesystem: true,
};

function environment(env: Readonly<Record<string, string | EnvSource>>): EnvVar[] | undefined {
  const list = Object.entries(env).map(
    ([name, value]): EnvVar => (typeof value === 'string' ? { name, value } : { name, valueFrom: value }),
  );
  return list.length > 0 ? list : undefined;
}

function resourcesOf({
  requests,
  limits,
}: Pick<ContainerProps, 'requests' | 'limits'>): ResourceRequirements | undefined {
  return requests || limits ? { requests: requests && { ...requests }, limits: limits && { ...limits } } : undefined;
}

function mountsOf(mounts: readonly Mount<PodVolume | ClaimTemplate>[]): Container['volumeMounts'] {
  if (mounts.length === 0) return undefined;
  return mounts.map(({ volume, path, subPath, readOnly }) => ({
    name: volume.name,
    mountPath: path,
    subPath,
    ...(readOnly ? { readOnly: true } : {}),
  }));
}
