import { RBAC_KINDS } from '../../facts/rbac';
import type { Cluster } from '../../fleet/cluster';
import type { AppProjectModel } from '../../fleet/model';
import { HelmApplication } from '../argocd/helm-application';
import { Namespace } from '../kubernetes/namespace';

export interface SealedSecretsProps {
  readonly project: AppProjectModel;
}

const NAMESPACE = 'sealed-secrets';

/**
 * The Sealed Secrets controller: it opens what was sealed for this cluster. Its keys are made at run time, and without
 * them what is in git cannot be read any more: back up its namespace. Seal with `kubeseal --controller-name
 * sealed-secrets --controller-namespace sealed-secrets`. Source: bitnami-labs/sealed-secrets, chart 2.18.4.
 */
export class SealedSecrets extends HelmApplication {
  /** Its namespace, for the schedule that saves the keys. */
  readonly keys: Namespace;

  constructor(cluster: Cluster, props: SealedSecretsProps) {
    super(cluster, 'sealed-secrets', {
      project: props.project,
      namespace: NAMESPACE,
      repository: 'https://bitnami-labs.github.io/sealed-secrets',
      chart: 'sealed-secrets',
      version: '2.18.4',
      values: {
        containerSecurityContext: {
          allowPrivilegeEscalation: false,
          seccompProfile: { type: 'RuntimeDefault' },
        },
        resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '128Mi' } },
      },
      declares: {
        crds: ['bitnami.com/SealedSecret'],
        kinds: ['Service', 'ServiceAccount', 'apps/Deployment', ...RBAC_KINDS],
      },
    });
    this.keys = new Namespace(this, NAMESPACE, {
      openTraffic: 'kubeseal reads the certificate through the API server.',
    });
  }
}
