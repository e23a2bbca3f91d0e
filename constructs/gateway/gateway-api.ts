import { GATEWAY_CRDS_RELEASES } from '../../facts/envoy-gateway';
import {
  GATEWAY_API_GROUP,
  GATEWAY_API_KINDS,
  type GatewayApiKind,
  isKnownGatewayApi,
  NEWEST_GATEWAY_API,
  servedVersions,
} from '../../facts/gateway-api';
import type { Cluster } from '../../fleet/cluster';
import type { AppProjectModel } from '../../fleet/model';
import { addHealthChecks } from '../argocd/health-checks';
import { HelmApplication } from '../argocd/helm-application';
import { routeHealth } from './health';

export interface GatewayApiProps {
  readonly project: AppProjectModel;
}

/**
 * The CRDs of Gateway API, in the release and channel that the cluster states. They have one owner: controllers are
 * installed without their own copies. The chart is Envoy Gateway's, which carries both channels; `enabled` is off for
 * its own kinds.
 */
export class GatewayApi extends HelmApplication {
  constructor(cluster: Cluster, props: GatewayApiProps) {
    const said = cluster.props.gatewayApi;
    // The cluster is told of a release that there is not.
    const facts = said && isKnownGatewayApi(said) ? said : NEWEST_GATEWAY_API;
    const { version, channel } = facts;
    const kinds = (Object.keys(GATEWAY_API_KINDS) as GatewayApiKind[]).filter(
      (k) => servedVersions(k, facts).length > 0,
    );
    super(cluster, 'gateway-api', {
      project: props.project,
      // Nothing in it is namespaced.
      namespace: 'default',
      repository: 'docker.io/envoyproxy',
      chart: 'gateway-crds-helm',
      version: GATEWAY_CRDS_RELEASES[version],
      values: { crds: { gatewayAPI: { enabled: true, channel } } },
      declares: {
        crds: kinds.map((kind) => `${GATEWAY_API_GROUP}/${kind}`),
        clusterScoped: [`${GATEWAY_API_GROUP}/GatewayClass`],
        // From 1.5 on it refuses the other channel's CRDs, and older ones.
        kinds:
          version === '1.4'
            ? []
            : ['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding'].map(
                (kind) => `admissionregistration.k8s.io/${kind}`,
              ),
      },
    });
    const routes = kinds.filter((kind) => ['TCPRoute', 'TLSRoute', 'UDPRoute'].includes(kind));
    addHealthChecks(
      this,
      routes.map((kind) => `${GATEWAY_API_GROUP}/${kind}`),
      routeHealth,
    );
  }
}
