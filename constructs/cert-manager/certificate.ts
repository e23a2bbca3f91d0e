import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import type { IssuerReference } from '../gateway/gateway';
import type { TlsSecret } from '../gateway/listener';

export interface CertificateProps {
  readonly issuer: IssuerReference;
  /** The names that it is for; the first is not special. */
  readonly dnsNames: readonly [string, ...string[]];
  /** The Secret that it is kept in. @default - the construct's id */
  readonly secretName?: string;
  /** For how long it holds: `2160h`. Authorities may give less. @default - 2160h (90 days) */
  readonly duration?: string;
  /** How long before its end it is renewed: `720h`. @default - a third of the duration */
  readonly renewBefore?: string;
  readonly privateKey?: {
    /** @default RSA */
    readonly algorithm?: 'RSA' | 'ECDSA' | 'Ed25519';
    /** Bits: 2048, 4096 or 8192 for RSA; 256, 384 or 521 for ECDSA. @default - 2048 or 256 */
    readonly size?: number;
    /** `Always` makes a new key with every renewal. @default Always */
    readonly rotationPolicy?: 'Always' | 'Never';
  };
  /** A certificate that signs others. @default false */
  readonly isCA?: boolean;
  /** @default - the construct's id */
  readonly name?: string;
}

/** A Certificate of cert-manager: it is made, kept in a Secret and renewed. */
export class Certificate extends Construct implements TlsSecret {
  readonly name: string;
  readonly secretName: string;

  constructor(scope: Construct, id: string, props: CertificateProps) {
    super(scope, `certificate-${id}`);
    this.name = props.name ?? id;
    this.secretName = props.secretName ?? id;
    const { issuer, dnsNames, duration, renewBefore, privateKey, isCA } = props;
    new ApiObject(this, 'Default', {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata: { name: this.name },
      spec: {
        secretName: this.secretName,
        issuerRef: { group: 'cert-manager.io', kind: issuer.kind, name: issuer.name },
        dnsNames,
        duration,
        renewBefore,
        privateKey,
        isCA,
      },
    });
  }

  get namespace(): string | undefined {
    return Chart.of(this).namespace;
  }
}
