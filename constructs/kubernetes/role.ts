import { ApiObject, Chart } from 'cdk8s';
import type { IApiResource } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { PolicyRule } from '../../imports/k8s';
import type { ServiceAccount } from './service-account';

export type Verb = 'get' | 'list' | 'watch' | 'create' | 'update' | 'patch' | 'delete' | 'deletecollection';

/** What may be done with which kinds: `{ verbs: ['get', 'list'], resources: [ApiResource.PODS] }`. */
export interface RoleRule {
  readonly verbs: readonly Verb[];
  /** Kinds, from cdk8s-plus-28's `ApiResource`, or `ApiResource.custom({ apiGroup, resourceType })`. */
  readonly resources: readonly IApiResource[];
  /** Only the objects of these names. @default - all */
  readonly resourceNames?: readonly string[];
}

export interface RoleProps {
  readonly rules: readonly RoleRule[];
  /** @default - the construct's id */
  readonly name?: string;
}

/** What its subjects may do in one namespace. */
export class Role extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: RoleProps) {
    super(scope, `role-${id}`);
    this.name = props.name ?? id;
    new ApiObject(this, 'Default', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name: this.name },
      rules: props.rules.flatMap(policyRules),
    });
  }

  /** Gives the role to accounts, by a RoleBinding of its name. */
  bind(...accounts: readonly ServiceAccount[]): this {
    binding(this, 'RoleBinding', 'Role', this.name, accounts);
    return this;
  }
}

/** What its subjects may do in every namespace, and with what is in none. */
export class ClusterRole extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: RoleProps) {
    super(scope, `cluster-role-${id}`);
    this.name = props.name ?? id;
    new ApiObject(this, 'Default', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: this.name },
      rules: props.rules.flatMap(policyRules),
    });
  }

  /** Gives the role to accounts everywhere, by a ClusterRoleBinding of its name. */
  bind(...accounts: readonly ServiceAccount[]): this {
    binding(this, 'ClusterRoleBinding', 'ClusterRole', this.name, accounts);
    return this;
  }
}

/** A rule for each API group: in one rule every group would go with every resource. */
function policyRules({ verbs, resources, resourceNames }: RoleRule): PolicyRule[] {
  return [...new Set(resources.map((r) => r.apiGroup))].map((group) => ({
    apiGroups: [group],
    resources: resources.filter((r) => r.apiGroup === group).map((r) => r.resourceType),
    ...(resourceNames ? { resourceNames } : {}),
    verbs,
  }));
}

function binding(
  scope: Construct,
  kind: string,
  role: string,
  name: string,
  accounts: readonly ServiceAccount[],
): void {
  new ApiObject(scope, 'binding', {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind,
    metadata: { name },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: role, name },
    subjects: accounts.map((account) => ({
      kind: 'ServiceAccount',
      name: account.name,
      namespace: account.namespace ?? Chart.of(scope).namespace,
    })),
  });
}
