import type { Container, PodSpec } from '../../../../imports/k8s';

/** A Pod, or a template of one. */
export interface Pod {
  readonly metadata: { readonly annotations?: Readonly<Record<string, string>> };
  readonly spec: PodSpec;
}

/** A field of a Pod that a control does not allow. */
export interface PodFinding {
  /** Its path, with `*` for each index: `spec.containers[*].securityContext.privileged`. */
  readonly field: string;
  readonly value?: unknown;
  /** The container's image, where the field is a container's. */
  readonly image?: string;
}

/** One demand of the Pod Security Standards. */
export interface Control {
  /** Its name in the documentation of Kubernetes. */
  readonly name: string;
  check(pod: Pod): readonly PodFinding[];
}

interface Placed {
  readonly container: Container;
  readonly at: string;
  readonly image: string;
}

/** All containers of a Pod. */
export function containers({ spec }: Pod): Placed[] {
  return (['initContainers', 'containers', 'ephemeralContainers'] as const).flatMap((list) =>
    ((spec[list] ?? []) as readonly Container[]).map((container) => ({
      container,
      at: `spec.${list}[*]`,
      image: container.image ?? '',
    })),
  );
}

interface Context {
  readonly context: NonNullable<PodSpec['securityContext']> & NonNullable<Container['securityContext']>;
  readonly at: string;
  readonly image: string | undefined;
}

/** The security contexts of a Pod and of its containers. */
export function contexts(pod: Pod): Context[] {
  const own = { context: pod.spec.securityContext ?? {}, at: 'spec.securityContext', image: undefined };
  return [
    own as Context,
    ...containers(pod).map(
      ({ container, at, image }) =>
        ({ context: container.securityContext ?? {}, at: `${at}.securityContext`, image }) as Context,
    ),
  ];
}
