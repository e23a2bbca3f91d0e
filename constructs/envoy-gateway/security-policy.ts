import { Construct } from 'constructs';
import type { Listener, TcpListener } from '../gateway/listener';
import { envoyObject, type GatewayTarget, type RouteTarget, targetRef } from './api-object';

/** Who may come in. The first rule that fits decides. */
export interface Authorization {
  /** What happens where no rule fits. @default Deny */
  readonly defaultAction?: 'Allow' | 'Deny';
  readonly rules: readonly AuthorizationRule[];
}

export interface AuthorizationRule {
  readonly name?: string;
  readonly action: 'Allow' | 'Deny';
  /** Networks of clients, such as `10.0.0.0/8`; a single address is `192.0.2.1/32`. */
  readonly clientCIDRs: readonly [string, ...string[]];
}

export interface JwtProvider {
  readonly name: string;
  readonly issuer?: string;
  readonly audiences?: readonly string[];
  /** Where the keys are: `https://…/jwks.json`. */
  readonly jwksUri: string;
  /** Claims that the backend gets as headers. */
  readonly claimToHeaders?: readonly { readonly header: string; readonly claim: string }[];
}

export interface Oidc {
  /** The provider's address; its endpoints are found there. */
  readonly issuer: string;
  readonly clientID: string;
  /** A Secret with the key `client-secret`, of the policy's namespace. */
  readonly clientSecret: string;
  readonly scopes?: readonly string[];
  /** A path of the route, not `/`. @default - `/oauth2/callback` of the request's own host */
  readonly redirectURL?: string;
  /** @default /logout */
  readonly logoutPath?: string;
}

interface Common {
  /** @default - the construct's id */
  readonly name?: string;
}

/** For a TCP stream only addresses can be judged. */
export interface StreamSecurity extends Common {
  readonly target: TcpListener | (RouteTarget & { readonly kind: 'TCPRoute' });
  readonly authorization: Authorization;
}

export interface HttpSecurity extends Common {
  readonly target:
    | Exclude<GatewayTarget, Listener>
    | (Listener & { readonly protocol: 'HTTP' | 'HTTPS' })
    | (RouteTarget & { readonly kind: 'HTTPRoute' | 'GRPCRoute' });
  readonly authorization?: Authorization;
  /** A Secret with the key `.htpasswd`, whose lines are of the form `{SHA}`, of the policy's namespace. */
  readonly basicAuth?: { readonly users: string };
  readonly jwt?: readonly [JwtProvider, ...JwtProvider[]];
  readonly oidc?: Oidc;
  readonly cors?: {
    readonly allowOrigins: readonly string[];
    readonly allowMethods?: readonly string[];
    readonly allowHeaders?: readonly string[];
    readonly exposeHeaders?: readonly string[];
    readonly maxAge?: string;
    readonly allowCredentials?: boolean;
  };
}

/** A SecurityPolicy: who may use a Gateway, a listener or a route. TLS and UDP routes cannot have one. */
export class SecurityPolicy extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: HttpSecurity | StreamSecurity) {
    super(scope, `security-policy-${id}`);
    this.name = props.name ?? id;
    const { basicAuth, jwt, oidc, cors }: Omit<Partial<HttpSecurity>, 'target'> = props;
    const { authorization } = props;
    envoyObject(this, 'SecurityPolicy', this.name, {
      targetRefs: [targetRef(props.target)],
      authorization: authorization && {
        defaultAction: authorization.defaultAction ?? 'Deny',
        rules: authorization.rules.map(({ name, action, clientCIDRs }) => ({
          name,
          action,
          principal: { clientCIDRs },
        })),
      },
      basicAuth: basicAuth && { users: { name: basicAuth.users } },
      jwt: jwt && {
        providers: jwt.map(({ jwksUri, ...provider }) => ({ ...provider, remoteJWKS: { uri: jwksUri } })),
      },
      oidc: oidc && toOidc(oidc),
      cors,
    });
  }
}

function toOidc({ issuer, clientSecret, ...oidc }: Oidc): object {
  return { ...oidc, provider: { issuer }, clientSecret: { name: clientSecret } };
}
