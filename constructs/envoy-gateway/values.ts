import type { ResourceRequirements } from '../../imports/k8s';

/** Values of the chart gateway-helm, as far as they are set here. Source: envoyproxy/gateway v1.9.0, charts/gateway-helm. */
export interface EnvoyGatewayValues {
  /** The chart's own CRDs; since 1.9. */
  readonly crds?: { readonly enabled: boolean };
  readonly deployment?: {
    readonly replicas?: number;
    readonly envoyGateway?: { readonly resources?: ResourceRequirements };
    readonly pod?: {
      readonly tolerations?: readonly object[];
      readonly nodeSelector?: Readonly<Record<string, string>>;
      readonly topologySpreadConstraints?: readonly object[];
    };
    readonly priorityClassName?: string;
  };
  readonly podDisruptionBudget?: { readonly minAvailable?: number; readonly maxUnavailable?: number };
  readonly certgen?: {
    readonly job?: {
      readonly resources?: ResourceRequirements;
      readonly pod?: { readonly labels?: Readonly<Record<string, string>> };
    };
  };
  readonly topologyInjector?: { readonly enabled: boolean };
  readonly config?: { readonly envoyGateway: EnvoyGatewayConfig };
}

/** The controller's own configuration; keys that it does not know it passes over without a word. */
export interface EnvoyGatewayConfig {
  readonly gateway?: { readonly controllerName: string };
  readonly provider?: {
    readonly type: 'Kubernetes';
    readonly kubernetes?: { readonly proxyTopologyInjector?: { readonly disabled: boolean } };
  };
  readonly logging?: { readonly level: { readonly default: 'debug' | 'info' | 'warn' | 'error' } };
  readonly extensionApis?: { readonly enableBackend?: boolean; readonly enableEnvoyPatchPolicy?: boolean };
}
