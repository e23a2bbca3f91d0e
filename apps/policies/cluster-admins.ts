import { AppProject } from '../../constructs/argocd/app-project';
import type { EnforcementAction } from '../../constructs/gatekeeper/constraint';
import { ConstraintTemplate } from '../../constructs/gatekeeper/constraint-template';
import { Gatekeeper } from '../../constructs/gatekeeper/gatekeeper';
import { Application } from '../../fleet/application';
import type { Cluster } from '../../fleet/cluster';

export interface ClusterAdminsProps {
  /** Who may be cluster-admin, as Kubernetes names users and groups: `system:serviceaccount:velero:velero-server`. */
  readonly subjects: readonly string[];
  readonly enforcementAction: EnforcementAction;
}

/** Who may do everything is a list in git: Gatekeeper tells of every other binding to cluster-admin, charts' ones too. */
export class ClusterAdmins {
  constructor(cluster: Cluster, { subjects, enforcementAction }: ClusterAdminsProps) {
    const project = new AppProject(cluster, 'gatekeeper', {
      description: 'Gatekeeper and its constraints. Its webhook sees everything that is written.',
    });
    const gatekeeper = new Gatekeeper(cluster, { project });
    const app = new Application(cluster, 'constraints', { project, namespace: gatekeeper.namespace });
    const template = new ConstraintTemplate(app, 'K8sAllowedClusterAdmins', {
      parameters: { subjects: { type: 'array', items: { type: 'string' } } },
      variables: [
        {
          name: 'subjects',
          expression: `object.?subjects.orValue([]).map(s, s.kind == 'ServiceAccount' ? 'system:serviceaccount:' + s.?namespace.orValue('') + ':' + s.name : s.name)`,
        },
      ],
      validations: [
        {
          expression: `object.roleRef.name != 'cluster-admin' || variables.subjects.all(s, s in variables.params.subjects)`,
          message: 'The binding makes somebody cluster-admin who is not among those in git.',
        },
      ],
    });
    template.constrain('cluster-admins', {
      match: { kinds: ['rbac.authorization.k8s.io/ClusterRoleBinding'] },
      parameters: { subjects },
      enforcementAction,
    });
  }
}
