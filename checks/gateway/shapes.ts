import { GATEWAY_API_GROUP } from '../../facts/gateway-api';
import type { Entry } from '../../fleet/model';
import type { LabelSelector } from '../../imports/k8s';
import { specOf } from '../spec-of';

/** Gateway API's objects, as far as rules read them. Anybody may have written them: every field may be missing. */

export const GATEWAY = `${GATEWAY_API_GROUP}/Gateway`;
export const LISTENER_SET = `${GATEWAY_API_GROUP}/ListenerSet`;
export const GATEWAY_CLASS = `${GATEWAY_API_GROUP}/GatewayClass`;
export const HTTP_ROUTE = `${GATEWAY_API_GROUP}/HTTPRoute`;
export const GRPC_ROUTE = `${GATEWAY_API_GROUP}/GRPCRoute`;
export const TCP_ROUTE = `${GATEWAY_API_GROUP}/TCPRoute`;
export const TLS_ROUTE = `${GATEWAY_API_GROUP}/TLSRoute`;
export const UDP_ROUTE = `${GATEWAY_API_GROUP}/UDPRoute`;
export const REFERENCE_GRANT = `${GATEWAY_API_GROUP}/ReferenceGrant`;
export const BACKEND_TLS_POLICY = `${GATEWAY_API_GROUP}/BackendTLSPolicy`;
export const ROUTES = [HTTP_ROUTE, GRPC_ROUTE, TCP_ROUTE, TLS_ROUTE, UDP_ROUTE] as const;
/** Routes that take a whole port, or a whole TLS host. */
export const STREAM_ROUTES = [TCP_ROUTE, TLS_ROUTE, UDP_ROUTE] as const;

export interface Reference {
  readonly group?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
}

export interface ParentRef extends Reference {
  readonly sectionName?: string;
  readonly port?: number;
}

export interface BackendRef extends Reference {
  readonly port?: number;
  readonly weight?: number;
  readonly filters?: readonly RouteFilter[];
}

export interface ListenerShape {
  readonly name?: string;
  readonly port?: number;
  readonly protocol?: string;
  readonly hostname?: string;
  readonly tls?: {
    readonly mode?: string;
    readonly certificateRefs?: readonly Reference[];
    readonly options?: object;
  };
  readonly allowedRoutes?: {
    readonly kinds?: readonly Reference[];
    readonly namespaces?: { readonly from?: string; readonly selector?: LabelSelector };
  };
}

export interface PathMatch {
  readonly type?: string;
  readonly value?: string;
}

export interface NamedValue {
  readonly name?: string;
  readonly value?: string;
  readonly type?: string;
}

export interface RouteMatch {
  readonly path?: PathMatch;
  readonly method?: unknown;
  readonly headers?: readonly NamedValue[];
  readonly queryParams?: readonly NamedValue[];
}

export interface PathChange {
  readonly type?: string;
  readonly replaceFullPath?: string;
  readonly replacePrefixMatch?: string;
}

export interface HeaderModifier {
  readonly set?: readonly NamedValue[];
  readonly add?: readonly NamedValue[];
  readonly remove?: readonly string[];
}

export interface RouteFilter {
  readonly type?: string;
  readonly requestHeaderModifier?: HeaderModifier;
  readonly responseHeaderModifier?: HeaderModifier;
  readonly requestRedirect?: {
    readonly scheme?: string;
    readonly hostname?: string;
    readonly path?: PathChange;
    readonly port?: number;
    readonly statusCode?: number;
  };
  readonly urlRewrite?: { readonly hostname?: string; readonly path?: PathChange };
  readonly requestMirror?: { readonly backendRef?: BackendRef };
  readonly extensionRef?: Reference;
  readonly cors?: object;
}

export interface RouteRule {
  readonly name?: string;
  readonly matches?: readonly RouteMatch[];
  readonly filters?: readonly RouteFilter[];
  readonly backendRefs?: readonly BackendRef[];
  readonly timeouts?: { readonly request?: string; readonly backendRequest?: string };
}

export interface RouteSpec {
  readonly parentRefs?: readonly ParentRef[];
  readonly hostnames?: readonly string[];
  readonly rules?: readonly RouteRule[];
}

/** The items of a list that are objects: raw YAML may have anything there. */
export function items<T extends object>(value: readonly T[] | undefined): readonly T[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly T[]).every(isObject) ? value : (value as readonly T[]).filter(isObject);
}

const isObject = (item: unknown): boolean => typeof item === 'object' && item !== null;

export const routeSpec = (entry: Entry): RouteSpec => specOf(entry);

export interface GatewaySpec {
  readonly gatewayClassName?: string;
  readonly listeners?: readonly ListenerShape[];
  readonly addresses?: readonly { readonly type?: string; readonly value?: string }[];
  readonly tls?: { readonly backend?: { readonly clientCertificateRef?: Reference } };
  readonly allowedListeners?: ListenerShape['allowedRoutes'];
  /** Of a ListenerSet. */
  readonly parentRef?: Reference;
  readonly infrastructure?: {
    readonly annotations?: Readonly<Record<string, string>>;
    readonly labels?: Readonly<Record<string, string>>;
    readonly parametersRef?: Reference;
  };
}

export const gatewaySpec = (entry: Entry): GatewaySpec => specOf(entry);
