import { ENVOY_GATEWAY_GROUP } from '../../facts/envoy-gateway';
import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import { backendsOf } from '../gateway/backends';
import type { Rule } from '../rule';

interface Values {
  readonly config?: { readonly envoyGateway?: { readonly extensionApis?: { readonly enableBackend?: boolean } } };
}

const BACKEND = `${ENVOY_GATEWAY_GROUP}/Backend`;

export const backendEnabled: Rule = {
  id: 'envoy-gateway/backend-enabled',
  holds: 'Backend objects are used only where the controller is told to read them',
  category: 'reference',
  effect: 'ResolvedRefs=False (UnsupportedValue, BackendNotFound): requests get status 500.',
  source: 'Envoy Gateway v1.9.0, internal/gatewayapi/validate.go: validateBackendRefBackend',
  check(cluster, report) {
    const installed = cluster.chart('gateway-helm');
    const values = installed?.values as Values | undefined;
    const enabled = values?.config?.envoyGateway?.extensionApis?.enableBackend ?? installed === undefined;
    for (const { route, ref, at, namespace } of backendsOf(cluster)) {
      if (ref.kind !== 'Backend' || ref.group !== ENVOY_GATEWAY_GROUP) continue;
      const found = cluster.find(BACKEND, namespace, ref.name ?? '');
      if (enabled && found) continue;
      report(route, {
        message: found
          ? `${describe(route.object)} sends to Backend ${namespace}/${ref.name}, and Envoy Gateway does not read Backends.`
          : `${describe(route.object)} sends to Backend ${namespace}/${ref.name}, which nothing makes.${didYouMean(ref.name ?? '', cluster.names(BACKEND, namespace))}`,
        fix: found ? 'Install it with `enableBackend: true`.' : 'Create it.',
        section: at,
      });
    }
  },
};
