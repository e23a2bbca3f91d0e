import type { Listener } from '../gateway/listener';

/** Answers an ACME challenge: proves that the names are ours. */
export interface AcmeSolver {
  readonly spec: object;
}

/** For which names a solver is. @default - all */
export interface SolverSelector {
  /** These names exactly. */
  readonly dnsNames?: readonly string[];
  /** These zones and what is below them. */
  readonly dnsZones?: readonly string[];
}

/**
 * HTTP-01 through a Gateway: a route for the time of the challenge, at an HTTP listener on port 80 that lets the
 * Certificate's namespace in. It cannot prove wildcards. Certificates that the gateway-shim makes are proved at
 * their own Gateway.
 */
export function http01(listener: Listener & { readonly protocol: 'HTTP' }, selector?: SolverSelector): AcmeSolver {
  const { kind, name, namespace } = listener.owner;
  const parentRefs = [{ kind, name, namespace, sectionName: listener.sectionName }];
  // A ClusterIP is enough: only the Gateway asks.
  return { spec: { selector, http01: { gatewayHTTPRoute: { serviceType: 'ClusterIP', parentRefs } } } };
}

/** A key of a Secret: of the Issuer's namespace, or of cert-manager's for a ClusterIssuer. */
export interface SecretKey {
  readonly name: string;
  readonly key: string;
}

/** DNS-01 at a provider: a TXT record for the time of the challenge. It proves wildcards too. */
export type Dns01Provider =
  | { readonly cloudflare: { readonly apiTokenSecretRef: SecretKey; readonly email?: string } }
  | { readonly rfc2136: Rfc2136 }
  | { readonly route53: { readonly region: string; readonly hostedZoneID?: string; readonly role?: string } }
  | { readonly cloudDNS: { readonly project: string; readonly serviceAccountSecretRef?: SecretKey } }
  | {
      readonly webhook: {
        readonly groupName: string;
        readonly solverName: string;
        readonly config?: Readonly<Record<string, unknown>>;
      };
    };

/** A name server that takes dynamic updates, such as BIND or PowerDNS. */
export type Rfc2136 = {
  /** `192.0.2.53:53`. */
  readonly nameserver: string;
} & (
  | {
      readonly tsigKeyName: string;
      readonly tsigSecretSecretRef: SecretKey;
      readonly tsigAlgorithm?: 'HMACMD5' | 'HMACSHA1' | 'HMACSHA256' | 'HMACSHA512';
    }
  /** Without a signature. */
  | { readonly tsigKeyName?: never; readonly tsigSecretSecretRef?: never; readonly tsigAlgorithm?: never }
);

export function dns01(provider: Dns01Provider, selector?: SolverSelector): AcmeSolver {
  return { spec: { selector, dns01: provider } };
}
