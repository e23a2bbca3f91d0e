import { ENVOY_CONTROLLER, ENVOY_GATEWAY_GROUP } from '../../facts/envoy-gateway';
import type { Entry } from '../../fleet/model';
import type { ClusterView } from '../cluster-view';
import { GATEWAY_CLASS, gatewaySpec, type Reference } from '../gateway/shapes';

export const ENVOY_PROXY = `${ENVOY_GATEWAY_GROUP}/EnvoyProxy`;

interface Values {
  readonly config?: { readonly envoyGateway?: { readonly gateway?: { readonly controllerName?: string } } };
}

/** The name that the cluster's Envoy Gateway answers to. */
export function controllerOf(cluster: ClusterView): string {
  const values = cluster.chart('gateway-helm')?.values as Values | undefined;
  return values?.config?.envoyGateway?.gateway?.controllerName ?? ENVOY_CONTROLLER;
}

interface ClassSpec {
  readonly controllerName?: string;
  readonly parametersRef?: Reference;
}

function classOf(cluster: ClusterView, gateway: Entry): ClassSpec | undefined {
  const entry = cluster.find(GATEWAY_CLASS, undefined, gatewaySpec(gateway).gatewayClassName ?? '');
  return entry && ((entry.object['spec'] ?? {}) as ClassSpec);
}

/** Whether a Gateway is Envoy Gateway's; one of a class that is made elsewhere is nobody's that is known here. */
export function isEnvoys(cluster: ClusterView, gateway: Entry): boolean {
  const { controllerName } = classOf(cluster, gateway) ?? {};
  return controllerName === ENVOY_CONTROLLER || controllerName === controllerOf(cluster);
}

/** The EnvoyProxies with a Gateway's settings, the strongest first: its own, and its class' where that counts too. */
export function proxiesOf(cluster: ClusterView, gateway: Entry): Entry[] {
  const own = gatewaySpec(gateway).infrastructure?.parametersRef;
  const first = own && cluster.find(ENVOY_PROXY, gateway.object.metadata.namespace, own.name ?? '');
  // The Gateway's replaces the class' unless it says how to merge.
  if (first && !(first.object['spec'] as { mergeType?: string } | undefined)?.mergeType) return [first];
  const ref = classOf(cluster, gateway)?.parametersRef;
  const second = ref && cluster.find(ENVOY_PROXY, ref.namespace ?? 'default', ref.name ?? '');
  return [first, second].filter((proxy) => proxy !== undefined);
}

/** What an EnvoyProxy says of Kubernetes. */
export function kubernetesOf({ object }: Entry): Readonly<Record<string, unknown>> {
  const spec = object['spec'] as { provider?: { kubernetes?: Readonly<Record<string, unknown>> } } | undefined;
  return spec?.provider?.kubernetes ?? {};
}

/** The annotations of the Service that is made for a Gateway. */
export function serviceAnnotationsOf(cluster: ClusterView, gateway: Entry): Readonly<Record<string, string>> {
  const services = proxiesOf(cluster, gateway).map(
    (proxy) => kubernetesOf(proxy)['envoyService'] as Service | undefined,
  );
  const { annotations = {} } = gatewaySpec(gateway).infrastructure ?? {};
  return Object.assign({}, annotations, ...services.reverse().map((service) => service?.annotations));
}

interface Service {
  readonly annotations?: Readonly<Record<string, string>>;
}
