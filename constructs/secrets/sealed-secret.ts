import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { findApplication } from '../../fleet/application';
import type { SecretReference } from './secret-reference';

export interface SealedSecretProps {
  /** What `kubeseal` printed, by key. It can be opened only by the cluster it was sealed for. */
  readonly encryptedData: Readonly<Record<string, string>>;
  /** Where it can be opened: under its own name, under any name of its namespace, or anywhere. It must be what `kubeseal --scope` said. @default strict */
  readonly scope?: 'strict' | 'namespace-wide' | 'cluster-wide';
  /** The Secret's type. @default Opaque */
  readonly type?: string;
  /** Labels of the Secret. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
  /** The Secret's name, and the object's. @default - the construct's id */
  readonly name?: string;
}

/** A SealedSecret: a Secret that git may hold, since only the cluster's controller can open it. */
export class SealedSecret extends Construct implements SecretReference {
  readonly kind = 'SealedSecret';
  readonly name: string;
  readonly namespace: string;

  constructor(scope: Construct, id: string, props: SealedSecretProps) {
    super(scope, `sealed-secret-${id}`);
    this.name = props.name ?? id;
    this.namespace = findApplication(this)?.namespace ?? '';
    const { encryptedData, scope: sealedFor = 'strict', type, labels } = props;
    // The controller reads the scope from the object's own annotations.
    const annotations = sealedFor === 'strict' ? undefined : { [`sealedsecrets.bitnami.com/${sealedFor}`]: 'true' };
    const template = {
      ...(type === undefined ? {} : { type }),
      ...(labels ? { metadata: { labels } } : {}),
    };
    new ApiObject(this, 'Default', {
      apiVersion: 'bitnami.com/v1alpha1',
      kind: this.kind,
      metadata: { name: this.name, annotations },
      spec: { encryptedData, ...(Object.keys(template).length > 0 ? { template } : {}) },
    });
  }
}
