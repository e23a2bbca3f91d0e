import type { ResourceRequirements } from '../../imports/k8s';

/**
 * Values of the chart cert-manager, as far as they are set here; the chart refuses keys that it does not know.
 * Source: cert-manager/cert-manager v1.21.1, deploy/charts/cert-manager.
 */
export interface CertManagerValues {
  readonly crds?: { readonly enabled: boolean; readonly keep: boolean };
  readonly global?: { readonly leaderElection?: { readonly namespace: string } };
  readonly replicaCount?: number;
  readonly config?: {
    readonly apiVersion: 'controller.config.cert-manager.io/v1alpha1';
    readonly kind: 'ControllerConfiguration';
    readonly gatewayAPI?: { readonly enabled: boolean; readonly enableListenerSet?: boolean };
    readonly featureGates?: Readonly<Record<string, boolean>>;
  };
  readonly podAnnotations?: Readonly<Record<string, string>>;
  readonly resources?: ResourceRequirements;
  readonly webhook?: { readonly replicaCount?: number; readonly resources?: ResourceRequirements };
  readonly cainjector?: { readonly replicaCount?: number; readonly resources?: ResourceRequirements };
  readonly startupapicheck?: { readonly enabled?: boolean; readonly resources?: ResourceRequirements };
  readonly dns01RecursiveNameservers?: string;
  readonly dns01RecursiveNameserversOnly?: boolean;
}
