import type { Construct } from 'constructs';
import type { ServicePort } from '../kubernetes/service';
import { backendRef } from './route';

/** Something that is done to a request or its answer on the way. */
export interface HttpFilter {
  readonly type: HttpFilterType;
  /** The Service that it sends copies to, if it does. */
  readonly backend?: ServicePort;
  /** The filter as the API has it, from a route's place. */
  toSpec(from: Construct): object;
}

type HttpFilterType =
  | 'RequestHeaderModifier'
  | 'ResponseHeaderModifier'
  | 'URLRewrite'
  | 'RequestMirror'
  | 'CORS'
  | 'ExtensionRef';

export interface HeaderChanges {
  /** Headers that get exactly this value. */
  readonly set?: Readonly<Record<string, string>>;
  /** Values that are added to what is there. */
  readonly add?: Readonly<Record<string, string>>;
  /** Headers that are taken away. */
  readonly remove?: readonly string[];
}

/** Changes the request's headers before it goes to the backend. */
export function requestHeaders(changes: HeaderChanges): HttpFilter {
  return filter('RequestHeaderModifier', { requestHeaderModifier: toHeaders(changes) });
}

/** Changes the answer's headers before it goes to the client. */
export function responseHeaders(changes: HeaderChanges): HttpFilter {
  return filter('ResponseHeaderModifier', { responseHeaderModifier: toHeaders(changes) });
}

/** A change of the path: all of it, or the prefix that matched. */
export type PathChange =
  | {
      /** The whole path. @default - the client's */
      readonly path?: string;
      readonly prefix?: never;
    }
  | {
      /** What stands in for the prefix that matched; the rule has one match, by `pathPrefix`. */
      readonly prefix: string;
      readonly path?: never;
    };

export type UrlRewrite = PathChange & {
  /** The host that the backend sees. @default - the client's */
  readonly hostname?: string;
};

/** Sends the request on under another host or path; the client does not see it. */
export function rewrite({ hostname, path, prefix }: UrlRewrite): HttpFilter {
  return filter('URLRewrite', { urlRewrite: { hostname, path: toPath(path, prefix) } });
}

/** Sends a copy to another Service, whose answer nobody waits for. @param percent of the requests; all where none is said */
export function mirror(backend: ServicePort, percent?: number): HttpFilter {
  return {
    type: 'RequestMirror',
    backend,
    toSpec: (from) => ({ type: 'RequestMirror', requestMirror: { backendRef: backendRef(backend, from), percent } }),
  };
}

export interface Cors {
  /** Origins that may read the answers: `https://app.example.com`, `https://*.example.com`, or `*` alone. */
  readonly allowOrigins: readonly string[];
  readonly allowMethods?: readonly string[];
  readonly allowHeaders?: readonly string[];
  readonly exposeHeaders?: readonly string[];
  /** @default false */
  readonly allowCredentials?: boolean;
  /** For how many seconds a browser keeps the answer to its preflight. @default 5 */
  readonly maxAge?: number;
}

/** Lets pages of other origins call it. In the standard channel since Gateway API 1.5. */
export function cors(props: Cors): HttpFilter {
  return filter('CORS', { cors: props });
}

/** A controller's own filter, such as Envoy Gateway's HTTPRouteFilter, of the route's namespace. */
export interface ExtensionFilter {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
}

export function extension({ group, kind, name }: ExtensionFilter): HttpFilter {
  return filter('ExtensionRef', { extensionRef: { group, kind, name } });
}

function filter(type: HttpFilterType, body: object): HttpFilter {
  return { type, toSpec: () => ({ type, ...body }) };
}

function toHeaders({ set, add, remove }: HeaderChanges): object {
  const list = (values?: Readonly<Record<string, string>>) =>
    values && Object.entries(values).map(([name, value]) => ({ name, value }));
  return { set: list(set), add: list(add), remove };
}

export function toPath(path?: string, prefix?: string): object | undefined {
  if (path !== undefined) return { type: 'ReplaceFullPath', replaceFullPath: path };
  return prefix === undefined ? undefined : { type: 'ReplacePrefixMatch', replacePrefixMatch: prefix };
}
