import { Construct } from 'constructs';
import { portsOf } from './container';
import { refuseForeign } from './foreign';
import type { PodProps } from './pod-template';
import { type ReloaderProps, reloaderAnnotations } from './reloader';
import type { ClaimTemplate, PodVolume } from './volume';

export interface WorkloadProps<Port extends string = string, V extends PodVolume | ClaimTemplate = PodVolume>
  extends PodProps<Port, V> {
  /** @default - the construct's id */
  readonly name?: string;
  /** Labels of the object; the Pods have `podLabels`. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * Restarts the Pods when a ConfigMap or Secret that they use changes; needs Stakater's Reloader in the cluster.
   * @default - no
   */
  readonly reloader?: ReloaderProps;
}

/** The label that selects a workload's Pods. Its value is the workload's name: literal, and the same wherever the code stands. */
export const NAME_LABEL = 'app.kubernetes.io/name';

/** A port of a workload's containers. */
export interface WorkloadPort {
  readonly port: number;
  readonly protocol: 'TCP' | 'UDP' | 'SCTP';
}

/** Something that runs Pods: what a Service sends to, a NetworkPolicy is about, an autoscaler scales. */
export abstract class Workload<Port extends string = string> extends Construct {
  abstract readonly apiVersion: string;
  abstract readonly kind: string;
  readonly name: string;
  /** The labels that select its Pods. Immutable in the API, so they never follow from the construct's place. */
  readonly selector: Readonly<Record<string, string>>;
  /** The ports of its containers, by name. */
  readonly ports: ReadonlyMap<string, WorkloadPort>;
  /** Set by an autoscaler: the workload then says no number of replicas. */
  autoscaled = false;
  /** The type of its ports' names, for what refers to them; never a value. */
  declare readonly portNames: Port;

  /** The kind is part of the construct's id, so that a Deployment and its Service may have one name, as in a cluster. */
  protected constructor(
    kind: string,
    scope: Construct,
    id: string,
    props: WorkloadProps<Port, PodVolume | ClaimTemplate>,
  ) {
    super(scope, `${kind}-${id}`);
    this.name = props.name ?? id;
    this.selector = { [NAME_LABEL]: this.name };
    const ports = new Map<string, WorkloadPort>();
    for (const container of props.containers) {
      for (const { name = '', containerPort, protocol } of portsOf(container) ?? []) {
        ports.set(name, { port: containerPort, protocol: protocol as WorkloadPort['protocol'] });
      }
    }
    this.ports = ports;
    if (props.serviceAccount) {
      refuseForeign(
        this,
        props.serviceAccount,
        'The Pods would run under another account of that name, or not be created.',
      );
    }
  }

  /** The object's metadata. */
  protected metadataOf(props: WorkloadProps<Port, PodVolume | ClaimTemplate>) {
    return {
      name: this.name,
      labels: { ...props.labels, ...this.selector },
      annotations: { ...reloaderAnnotations(props.reloader), ...props.annotations },
    };
  }
}
