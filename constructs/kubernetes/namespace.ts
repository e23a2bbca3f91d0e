import { ApiObject, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { NetworkPolicy } from './network-policy';

/** The label `open` of a Namespace that a default denial leaves out; the annotation of the same key says why. */
export const OPEN_TRAFFIC = 'fleet-manifests/network-policy';

/** What a Namespace lets its Pods do: https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
export type PodSecurityLevel = 'privileged' | 'baseline' | 'restricted';

export interface NamespaceProps {
  /** The Pod Security level that is enforced. A function is asked once the whole cluster is there. @default restricted */
  readonly podSecurity?: PodSecurityLevel | (() => PodSecurityLevel);
  /**
   * Denies all traffic of its Pods but DNS look-ups; what else they need, NetworkPolicies allow. It needs a network
   * plugin that enforces NetworkPolicies.
   * @default false
   */
  readonly defaultDeny?: boolean;
  /**
   * Why a policy that denies traffic in every Namespace leaves this one out: webhooks that the API server calls, say.
   * @default - it is not left out
   */
  readonly openTraffic?: string;
  /** More labels. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/**
 * A Namespace with its Pod Security level. No sync and no deletion of its Application takes it away: everything in
 * it would go too.
 */
export class Namespace extends Construct {
  readonly name: string;

  constructor(scope: Construct, name: string, props: NamespaceProps = {}) {
    super(scope, `namespace-${name}`);
    this.name = name;
    const level = props.podSecurity ?? 'restricted';
    new ApiObject(this, 'Default', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name,
        labels: {
          ...(typeof level === 'function' ? laterLabels(level) : podSecurityLabels(level)),
          ...(props.openTraffic ? { [OPEN_TRAFFIC]: 'open' } : {}),
          ...props.labels,
        },
        annotations: props.openTraffic
          ? { [OPEN_TRAFFIC]: props.openTraffic, ...props.annotations }
          : props.annotations,
      },
    });
    if (props.defaultDeny) {
      new NetworkPolicy(this, 'default-deny', { namespace: name, pods: 'all', ingress: [], egress: [] });
      new NetworkPolicy(this, 'allow-dns', { namespace: name, pods: 'all', egress: [DNS] });
    }
  }
}

/** Enforced, and what the strictest level would say is warned of: so the next step is known before it is taken. */
function podSecurityLabels(level: PodSecurityLevel): Record<string, string> {
  return {
    'pod-security.kubernetes.io/enforce': level,
    'pod-security.kubernetes.io/warn': level === 'privileged' ? 'privileged' : 'restricted',
  };
}

/** The same, each asked for when the object is written. */
function laterLabels(level: () => PodSecurityLevel): Record<string, string> {
  const names = Object.keys(podSecurityLabels('restricted'));
  return Object.fromEntries(
    names.map((name) => [name, Lazy.any({ produce: () => podSecurityLabels(level())[name] }) as string]),
  );
}

/** Look-ups at the cluster's DNS. */
const DNS = {
  to: [
    {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
      podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
    },
  ],
  ports: [
    { port: 53, protocol: 'UDP' as const },
    { port: 53, protocol: 'TCP' as const },
  ],
};
