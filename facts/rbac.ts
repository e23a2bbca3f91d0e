/** What most charts bring for their controllers' rights. Source: Kubernetes v1.36, rbac.authorization.k8s.io/v1. */
export const RBAC_KINDS = [
  'rbac.authorization.k8s.io/ClusterRole',
  'rbac.authorization.k8s.io/ClusterRoleBinding',
  'rbac.authorization.k8s.io/Role',
  'rbac.authorization.k8s.io/RoleBinding',
] as const;
