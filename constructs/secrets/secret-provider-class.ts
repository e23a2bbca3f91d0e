import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { SecretProviderClassSpec } from '../../imports/secrets-store.csi.x-k8s.io';
import type { PodVolume } from '../kubernetes/volume';

export interface SecretProviderClassProps {
  /** The provider's DaemonSet, which is installed beside the driver: `vault`, `aws`, `azure`, `gcp`. */
  readonly provider: string;
  /** What the provider reads; lists are texts of YAML. */
  readonly parameters: Readonly<Record<string, string>>;
  /**
   * Secrets made of the files, for as long as a Pod mounts them; the driver's chart needs `syncSecret.enabled`.
   * @default - none
   */
  readonly secretObjects?: SecretProviderClassSpec['secretObjects'];
  /** @default - the construct's id */
  readonly name?: string;
}

/** A SecretProviderClass of the Secrets Store CSI driver: what a store holds, as files in a Pod, without a Secret. */
export class SecretProviderClass extends Construct {
  readonly kind = 'SecretProviderClass';
  readonly name: string;

  constructor(scope: Construct, id: string, props: SecretProviderClassProps) {
    super(scope, `secret-provider-class-${id}`);
    const { name, ...spec } = props;
    this.name = name ?? id;
    new ApiObject(this, 'Default', {
      apiVersion: 'secrets-store.csi.x-k8s.io/v1',
      kind: this.kind,
      metadata: { name: this.name },
      spec,
    });
  }

  /** The files, as a volume of a Pod of the same namespace. */
  volume(name: string = this.name): PodVolume {
    const csi = {
      driver: 'secrets-store.csi.k8s.io',
      // The driver refuses to mount it otherwise.
      readOnly: true,
      volumeAttributes: { secretProviderClass: this.name },
    };
    return { type: 'volume', name, spec: { name, csi } };
  }
}
