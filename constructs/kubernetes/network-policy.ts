import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { report } from '../../fleet/report';
import type { NetworkPolicyPeer } from '../../imports/k8s';
import { refuseForeign } from './foreign';
import type { Workload } from './workload';

export interface NetworkPolicyPort {
  /** The port's number, or its name at the container. */
  readonly port: number | string;
  /** @default - the workload's for a named port, else TCP */
  readonly protocol?: 'TCP' | 'UDP' | 'SCTP';
  /** The last port of a range that begins at `port`. @default - one port */
  readonly endPort?: number;
}

export interface IngressRule {
  /** Who may come in. @default - everybody */
  readonly from?: readonly NetworkPolicyPeer[];
  /** @default - all ports */
  readonly ports?: readonly NetworkPolicyPort[];
}

export interface EgressRule {
  /** Where it may go. @default - everywhere */
  readonly to?: readonly NetworkPolicyPeer[];
  /** @default - all ports */
  readonly ports?: readonly NetworkPolicyPort[];
}

export interface NetworkPolicyProps {
  /** The Pods it is about: a workload's, or all of the namespace. */
  readonly pods: Workload | 'all';
  /** What may come in; an empty list lets nothing in. @default - the policy says nothing about it */
  readonly ingress?: readonly IngressRule[];
  /** What may go out; an empty list lets nothing out. @default - the policy says nothing about it */
  readonly egress?: readonly EgressRule[];
  /** @default - the construct's id */
  readonly name?: string;
  /** @default - the application's */
  readonly namespace?: string;
}

/** A NetworkPolicy: what is not allowed by any policy of a Pod is denied, once one policy selects the Pod. */
export class NetworkPolicy extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: NetworkPolicyProps) {
    super(scope, `network-policy-${id}`);
    this.name = props.name ?? id;
    const { ingress, egress, pods } = props;
    if (pods !== 'all') refuseForeign(this, pods, 'A NetworkPolicy selects Pods of its own namespace only.');
    if (!ingress && !egress) {
      report(this, {
        rule: 'kubernetes/network-policy-direction',
        message: `NetworkPolicy "${this.name}" says neither what may come in nor what may go out.`,
        effect: 'Kubernetes takes it for a policy about what comes in, and lets nothing in.',
        fix: 'Say `ingress`, `egress` or both; an empty list lets nothing through.',
      });
    }
    const types = [...(ingress ? ['Ingress'] : []), ...(egress ? ['Egress'] : [])];
    new ApiObject(this, 'Default', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: this.name, namespace: props.namespace },
      spec: {
        podSelector: pods === 'all' ? {} : { matchLabels: pods.selector },
        policyTypes: types,
        // An empty list is stored as no list; policyTypes carries the meaning.
        ...(ingress?.length ? { ingress: ingress.map((r) => ({ ...r, ports: withProtocols(r.ports, pods) })) } : {}),
        ...(egress?.length ? { egress: egress.map((r) => ({ ...r, ports: withProtocols(r.ports, 'all') })) } : {}),
      },
    });
  }
}

/** A named port has the protocol that the workload gives it. */
function withProtocols(ports: readonly NetworkPolicyPort[] | undefined, pods: Workload | 'all') {
  return ports?.map(({ port, protocol, endPort }) => {
    const named = pods === 'all' || typeof port === 'number' ? undefined : pods.ports.get(port);
    return { port, protocol: protocol ?? named?.protocol ?? 'TCP', endPort };
  });
}
