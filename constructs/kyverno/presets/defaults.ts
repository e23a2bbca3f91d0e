import { OPEN_TRAFFIC } from '../../kubernetes/namespace';
import type { PolicyDefinition } from './definition';

export interface DefaultResourcesProps {
  /** What a container requests that does not say. @default 50m */
  readonly cpu?: string;
  /** @default 128Mi */
  readonly memory?: string;
}

/**
 * Containers without requests get some, in their Pods alone: what makes the Pods stays as it is written, so that Argo CD sees no
 * difference. Audited, what lacks them is reported.
 */
export function addDefaultResources({ cpu = '50m', memory = '128Mi' }: DefaultResourcesProps = {}): PolicyDefinition {
  // The API server takes a limit for a request that is not said, before any policy.
  const request = (resource: string, amount: string) =>
    `'${resource}': c.?resources.?requests[?'${resource}'].orValue(c.?resources.?limits[?'${resource}'].orValue('${amount}'))`;
  const requests = `{${request('cpu', cpu)}, ${request('memory', memory)}}`;
  return {
    name: 'add-default-resources',
    title: 'Add Default Resources',
    category: 'Best Practices',
    severity: 'medium',
    description: `Containers request CPU and memory; those that do not say get ${cpu} and ${memory}.`,
    // A Pod that is there already keeps its resources: the API server would refuse the change, and with it every update.
    match: { kinds: ['Pod'], operations: ['CREATE'] },
    controllers: [],
    validations: [
      {
        expression: `object.spec.containers.all(c, ['cpu', 'memory'].all(name, c.?resources.?requests[?name].hasValue() || c.?resources.?limits[?name].hasValue()))`,
        message: 'A container requests no CPU or no memory.',
      },
    ],
    remedy: {
      mutate: {
        applyConfiguration: `Object{spec: Object.spec{containers: object.spec.containers.map(c, Object.spec.containers{name: c.name, resources: Object.spec.containers.resources{requests: ${requests}}})}}`,
        classic: { foreach: [missing('cpu', cpu), missing('memory', memory)] },
      },
    },
  };
}

/**
 * A JSON patch for each container that lacks a request. A merge with anchors would share what is missing in one container with
 * all (kyverno/kyverno#6686).
 */
function missing(resource: string, amount: string) {
  const there = `element.resources.requests.${resource} || element.resources.limits.${resource} || ''`;
  return {
    list: 'request.object.spec.containers',
    preconditions: { all: [{ key: `{{ ${there} }}`, operator: 'Equals', value: '' }] },
    patchesJson6902: [
      '- op: add',
      `  path: /spec/containers/{{ elementIndex }}/resources/requests/${resource}`,
      `  value: ${amount}`,
      '',
    ].join('\n'),
  };
}

const KUBERNETES_NAMESPACES = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];

export interface NetworkPolicyProps {
  /** The generated object's name; not one that somebody writes. @default generated-default-deny */
  readonly name?: string;
  /** What is denied where nothing allows it. @default Ingress and Egress */
  readonly policyTypes?: readonly ('Ingress' | 'Egress')[];
}

/**
 * A NetworkPolicy in every Namespace that denies what no other allows; Namespaces with `openTraffic` are left out. Audited, those
 * that have none are reported.
 */
export function addNetworkPolicy(props: NetworkPolicyProps = {}): PolicyDefinition {
  const { name = 'generated-default-deny', policyTypes = ['Ingress', 'Egress'] } = props;
  return {
    name: 'add-network-policy',
    title: 'Add Network Policy',
    category: 'Multi-Tenancy',
    severity: 'medium',
    description: `Every Namespace has a NetworkPolicy that denies ${policyTypes.join(' and ')} where no other allows it.`,
    match: {
      kinds: ['Namespace'],
      objectSelector: {
        matchExpressions: [
          { key: OPEN_TRAFFIC, operator: 'DoesNotExist' },
          { key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: [...KUBERNETES_NAMESPACES] },
        ],
      },
    },
    remedy: {
      generate: {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        plural: 'networkpolicies',
        name,
        spec: { podSelector: {}, policyTypes: [...policyTypes] },
      },
    },
  };
}
