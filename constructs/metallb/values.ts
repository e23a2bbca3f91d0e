import type { ResourceRequirements } from '../../imports/k8s';

/** Values of the chart metallb, as far as they are set here. Source: metallb/metallb v0.16.1, charts/metallb. */
export interface MetalLbValues {
  readonly loadBalancerClass?: string;
  readonly crds?: { readonly enabled: boolean; readonly validationFailurePolicy: 'Fail' | 'Ignore' };
  readonly controller?: { readonly resources?: ResourceRequirements; readonly securityContext?: object };
  readonly speaker?: {
    readonly ignoreExcludeLB?: boolean;
    readonly tolerateMaster?: boolean;
    readonly frr?: { readonly enabled: boolean };
    readonly resources?: ResourceRequirements;
  };
  readonly frrk8s?: { readonly enabled: boolean };
  /** Of the sub-chart. */
  readonly 'frr-k8s'?: { readonly frrk8s: Readonly<Record<string, unknown>> };
}
