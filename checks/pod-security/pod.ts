import type { Container, PodSpec } from '../../imports/k8s';

/** A Pod, or a template of one. */
export interface Pod {
  readonly annotations?: Readonly<Record<string, string>> | undefined;
  readonly spec: PodSpec;
}

/** A field of a Pod that the Pod Security Standards do not allow. */
export interface PodFinding {
  /** The control's name in the documentation of Kubernetes. */
  readonly control: string;
  /** Its path, with `*` for each index: `spec.containers[*].securityContext.privileged`. */
  readonly field: string;
  readonly value?: unknown;
  /** The container, where the field is one's. */
  readonly container?: Container;
  /** What is wrong, in words: `container "web" is privileged`. */
  readonly words: string;
}

interface Placed {
  readonly container: Container;
  /** The path of its list. */
  readonly at: string;
  /** As people name it. */
  readonly name: string;
}

/** All containers of a Pod. */
export function* containersOf({ spec }: Pod): Iterable<Placed> {
  for (const list of ['initContainers', 'containers', 'ephemeralContainers'] as const) {
    for (const container of (spec[list] ?? []) as readonly Container[]) {
      yield { container, at: `spec.${list}[*]`, name: `container "${container.name}"` };
    }
  }
}

type SecurityContext = NonNullable<PodSpec['securityContext']> & NonNullable<Container['securityContext']>;

interface Context {
  readonly context: SecurityContext;
  readonly at: string;
  /** Whose it is, as people name it. */
  readonly name: string;
  readonly container?: Container;
}

/** The security contexts of a Pod and of its containers, where there are some. */
export function* contextsOf(pod: Pod): Iterable<Context> {
  const { securityContext } = pod.spec;
  if (securityContext) {
    yield { context: securityContext as SecurityContext, at: 'spec.securityContext', name: 'the Pod' };
  }
  for (const { container, at, name } of containersOf(pod)) {
    const own = container.securityContext as SecurityContext | undefined;
    if (own) yield { context: own, at: `${at}.securityContext`, name, container };
  }
}
