import type { Entry } from '../../fleet/model';
import type { ClusterView } from '../cluster-view';

/** cert-manager's objects, as far as rules read them. Anybody may have written them: every field may be missing. */

export const ISSUER = 'cert-manager.io/Issuer';
export const CLUSTER_ISSUER = 'cert-manager.io/ClusterIssuer';
export const CERTIFICATE = 'cert-manager.io/Certificate';

/** The gateway-shim's annotations. */
export const ISSUER_ANNOTATION = 'cert-manager.io/issuer';
export const CLUSTER_ISSUER_ANNOTATION = 'cert-manager.io/cluster-issuer';

export interface CertificateSpec {
  readonly secretName?: string;
  readonly dnsNames?: readonly string[];
  readonly commonName?: string;
  readonly issuerRef?: { readonly group?: string; readonly kind?: string; readonly name?: string };
}

/** A Certificate, and the Secret that it makes as `namespace/name`. */
export interface Certificate {
  readonly entry: Entry;
  readonly spec: CertificateSpec;
  readonly secret: string;
}

export function certificatesOf(cluster: ClusterView): Certificate[] {
  return [...cluster.ofKind(CERTIFICATE)].map((entry) => {
    const spec = (entry.object['spec'] ?? {}) as CertificateSpec;
    return { entry, spec, secret: `${entry.object.metadata.namespace}/${spec.secretName}` };
  });
}
