import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { GENERATOR_LABEL } from '../../facts/kyverno';
import { kindFacts } from '../../fleet/kinds';
import { type GroupKind, splitGroupKind } from '../../fleet/object';

/**
 * Lets Kyverno's background controller make and change objects of these kinds, for policies that generate, or that change what is
 * there already. It may do so with Ingresses, NetworkPolicies, Roles, RoleBindings, ConfigMaps, ResourceQuotas and LimitRanges
 * anyway.
 */
export class GeneratorRole extends Construct {
  constructor(scope: Construct, id: string, kinds: readonly [GroupKind, ...GroupKind[]]) {
    super(scope, `generator-role-${id}`);
    new ApiObject(this, 'Default', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: `kyverno:background-controller:${id}`, labels: { [GENERATOR_LABEL]: 'true' } },
      rules: kinds.map((groupKind) => {
        const { group, kind } = splitGroupKind(groupKind);
        const plural = kindFacts(groupKind)?.plural ?? `${kind.toLowerCase()}s`;
        return {
          apiGroups: [group],
          resources: [plural],
          verbs: ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'],
        };
      }),
    });
  }
}
