import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { refuseForeign } from './foreign';
import type { Workload } from './workload';

export interface ServicePortProps<Target extends string = string> {
  /** The port that clients use. @default - the container's */
  readonly port?: number;
  /** The workload's port, by name. @default - the one of this name */
  readonly target?: Target;
  /** @default - the container's */
  readonly protocol?: 'TCP' | 'UDP' | 'SCTP';
  /** What is spoken, such as `http` or `kubernetes.io/h2c`. @default - not said */
  readonly appProtocol?: string;
  /** The port on every node, 30000 to 32767. @default - Kubernetes chooses, where the type has one */
  readonly nodePort?: number;
}

export interface ServiceProps<Target extends string, Name extends string> {
  /** Where it sends to. */
  readonly workload: Workload<Target>;
  /** Ports by name. One that is named like the workload's port sends there; any other says its target. */
  readonly ports: {
    readonly [P in Name]: P extends Target
      ? ServicePortProps<NoInfer<Target>>
      : ServicePortProps<NoInfer<Target>> & { readonly target: NoInfer<Target> };
  };
  /** `LoadBalancer` is reachable from outside; `Headless` has no address of its own, only its Pods'. @default ClusterIP */
  readonly type?: 'ClusterIP' | 'Headless' | 'NodePort' | 'LoadBalancer';
  /** `Local` keeps the client's address and sends only to Pods on the node that was reached. @default Cluster */
  readonly externalTrafficPolicy?: 'Cluster' | 'Local';
  /** @default - the construct's id */
  readonly name?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A port of a Service: what a route sends to. */
export interface ServicePort {
  readonly service: string;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly port: number;
  readonly protocol: 'TCP' | 'UDP' | 'SCTP';
}

/** A Service in front of a workload. */
export class Service<Target extends string = string, Name extends string = string> extends Construct {
  readonly name: string;
  private readonly portsByName = new Map<string, ServicePort>();

  constructor(scope: Construct, id: string, props: ServiceProps<Target, Name>) {
    super(scope, `service-${id}`);
    this.name = props.name ?? id;
    const { workload, type = 'ClusterIP' } = props;
    refuseForeign(this, workload, 'A Service selects Pods of its own namespace only: it would have no endpoints.');
    const entries = Object.entries<ServicePortProps<Target>>(props.ports);
    const ports = entries.map(([name, { port, target, protocol, appProtocol, nodePort }]) => {
      const targetPort = target ?? name;
      const container = workload.ports.get(targetPort);
      const number = port ?? container?.port ?? 0;
      const spoken = protocol ?? container?.protocol ?? 'TCP';
      const namespace = Chart.of(this).namespace;
      this.portsByName.set(name, { service: this.name, namespace, name, port: number, protocol: spoken });
      return { name, port: number, targetPort, protocol: spoken, appProtocol, nodePort };
    });
    new ApiObject(this, 'Default', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: this.name, labels: props.labels, annotations: props.annotations },
      spec: {
        type: type === 'Headless' ? 'ClusterIP' : type,
        ...(type === 'Headless' ? { clusterIP: 'None' } : {}),
        selector: workload.selector,
        ports,
        externalTrafficPolicy: props.externalTrafficPolicy,
      },
    });
  }

  /** A port, for a route to send to. */
  port(name: Name): ServicePort {
    const port = this.portsByName.get(name);
    if (!port) throw new Error(`Service ${this.name} has no port "${name}".`);
    return port;
  }
}
