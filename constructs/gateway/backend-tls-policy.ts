import { Construct } from 'constructs';
import type { ServicePort } from '../kubernetes/service';
import { gatewayApiObject } from './api-object';

export interface BackendTlsPolicyProps {
  /** The Service's port that the Gateway speaks TLS with; it is of the policy's namespace. */
  readonly backend: ServicePort;
  /** The name that the backend's certificate must have, and that the Gateway asks for (SNI). */
  readonly hostname: string;
  /** ConfigMaps with `ca.crt`, whose certificates are trusted. @default - the system's */
  readonly caCertificates?: readonly { readonly kind: 'ConfigMap'; readonly name: string }[];
  /** Other names that the certificate may have instead. @default - only `hostname` */
  readonly subjectAltNames?: readonly string[];
  /** @default - the construct's id */
  readonly name?: string;
}

/** A BackendTLSPolicy: the Gateway encrypts on the way to a backend, and checks who answers. */
export class BackendTlsPolicy extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: BackendTlsPolicyProps) {
    super(scope, `backend-tls-policy-${id}`);
    this.name = props.name ?? id;
    const { backend, hostname, caCertificates, subjectAltNames } = props;
    gatewayApiObject(
      this,
      'BackendTLSPolicy',
      { name: this.name },
      {
        // The section is the port's name: a number here is passed over without a word.
        targetRefs: [{ group: '', kind: 'Service', name: backend.service, sectionName: backend.name }],
        validation: {
          hostname,
          ...(caCertificates
            ? { caCertificateRefs: caCertificates.map(({ kind, name }) => ({ group: '', kind, name })) }
            : { wellKnownCACertificates: 'System' }),
          subjectAltNames: subjectAltNames?.map((name) => ({ type: 'Hostname', hostname: name })),
        },
      },
    );
  }
}
