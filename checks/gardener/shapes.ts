/** What rules read of a Shoot of Gardener; anything may be missing. */
export interface ShootSpec {
  readonly secretBindingName?: string;
  readonly credentialsBindingName?: string;
  readonly cloudProfileName?: string;
  readonly cloudProfile?: { readonly name?: string };
  readonly region?: string;
  readonly purpose?: string;
  readonly kubernetes?: {
    readonly version?: string;
    readonly kubeControllerManager?: { readonly nodeCIDRMaskSize?: number };
  };
  readonly networking?: Networking;
  readonly maintenance?: { readonly timeWindow?: { readonly begin?: string; readonly end?: string } };
  readonly provider?: {
    readonly type?: string;
    readonly workers?: readonly Worker[];
    readonly infrastructureConfig?: {
      readonly networks?: {
        readonly workers?: string;
        readonly worker?: string;
        readonly subnetPool?: { readonly id?: string };
      };
    };
  };
}

export interface Networking {
  readonly type?: string;
  readonly ipFamilies?: readonly string[];
  readonly nodes?: string;
  readonly pods?: string;
  readonly services?: string;
}

export interface Worker {
  readonly name?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxSurge?: number | string;
  readonly maxUnavailable?: number | string;
  readonly updateStrategy?: string;
  readonly zones?: readonly string[];
  readonly machine?: { readonly type?: string; readonly image?: { readonly name?: string; readonly version?: string } };
  readonly volume?: { readonly type?: string; readonly size?: string };
  readonly dataVolumes?: readonly { readonly name?: string; readonly size?: string }[];
}

export const SHOOT = 'core.gardener.cloud/Shoot';

/** A Shoot without workers is one without a provider's networks. */
export const isWorkerless = ({ provider }: ShootSpec): boolean => (provider?.workers ?? []).length === 0;
export const isOpenStack = ({ provider }: ShootSpec): boolean => provider?.type === 'openstack';
