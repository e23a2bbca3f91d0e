import { ValidatingAdmissionPolicy } from '../../constructs/admission/validating-admission-policy';
import { AppProject } from '../../constructs/argocd/app-project';
import { ENVOY_GATEWAY_NAMESPACE } from '../../constructs/envoy-gateway/proxies';
import { Exemption, type ExemptionProps } from '../../constructs/kyverno/exemption';
import { Kyverno } from '../../constructs/kyverno/kyverno';
import { PolicySet } from '../../constructs/kyverno/policy-set';
import type { PolicyDefinition } from '../../constructs/kyverno/presets/definition';
import type { Rollout } from '../../constructs/kyverno/rollout';
import { Application } from '../../fleet/application';
import type { Cluster } from '../../fleet/cluster';
import { fleetPolicies } from './presets';

export interface PoliciesProps {
  /** How far the policies have come here. */
  readonly rollout: Rollout;
  /** The same for single policies, by name. @default - as the others */
  readonly rollouts?: Readonly<Record<string, Rollout>>;
  /** Policies besides those of the fleet. @default - none */
  readonly more?: readonly PolicyDefinition[];
}

/** Kyverno with the fleet's policies. Whoever needs an exception asks for it beside his workload. */
export class Policies {
  /** The application of the policies. */
  readonly application: Application;
  private readonly set: PolicySet;

  constructor(cluster: Cluster, { rollout, rollouts, more = [] }: PoliciesProps) {
    const project = new AppProject(cluster, 'policies', {
      description: 'What may be in the cluster. Kyverno’s ClusterRoles make it admin.',
    });
    const kyverno = new Kyverno(cluster, { project });
    this.application = new Application(cluster, 'policies', { project, namespace: kyverno.namespace });
    this.set = new PolicySet(this.application, 'fleet', { policies: [...fleetPolicies(), ...more], rollout, rollouts });
    loadBalancersAtTheEdge(this.application, rollout.action === 'Enforce' ? ['Deny', 'Audit'] : ['Warn', 'Audit']);
  }

  /** An exception for workloads of an application. */
  exempt(application: Application, id: string, props: Omit<ExemptionProps, 'from'>): void {
    new Exemption(application, id, { ...props, from: this.set });
    application.dependsOn(this.application);
  }
}

/** By the API server itself: it holds where Kyverno does not answer, and a way in past the edge would be the worst to miss. */
function loadBalancersAtTheEdge(
  app: Application,
  validationActions: readonly ['Deny', 'Audit'] | readonly ['Warn', 'Audit'],
) {
  new ValidatingAdmissionPolicy(app, 'load-balancers-at-the-edge', {
    match: { kinds: ['Service'], namespaceSelector: NOT_OF_THE_PLATFORM },
    validations: [
      {
        expression: `object.spec.?type.orValue('ClusterIP') != 'LoadBalancer' || object.metadata.namespace == '${ENVOY_GATEWAY_NAMESPACE}'`,
        message: 'Services of the type LoadBalancer are for the edge alone: put a listener on its Gateway.',
      },
    ],
  }).bind('load-balancers-at-the-edge', { validationActions });
}

/** Namespaces of whoever runs the cluster: Gardener keeps its own Services there. */
const NOT_OF_THE_PLATFORM = {
  matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['kube-system'] }],
};
