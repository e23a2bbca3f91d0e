import { Construct } from 'constructs';
import { envoyObject, type GatewayTarget, type RouteTarget, targetRef } from './api-object';

export interface BackendTrafficPolicyProps {
  /** What it is for. For HTTP the most precise policy wins whole, for TCP field by field. */
  readonly target: GatewayTarget | RouteTarget;
  /** Tells the backend the client's address by the PROXY protocol; the backend has to expect it. @default - none */
  readonly proxyProtocol?: 'V1' | 'V2';
  readonly timeout?: {
    readonly tcp?: { readonly connectTimeout?: string };
    readonly http?: { readonly requestTimeout?: string; readonly connectionIdleTimeout?: string };
  };
  /** HTTP only. @default - none */
  readonly retry?: {
    readonly numRetries?: number;
    readonly retryOn?: { readonly triggers?: readonly RetryTrigger[]; readonly httpStatusCodes?: readonly number[] };
    readonly perRetry?: {
      readonly timeout?: string;
      readonly backOff?: { readonly baseInterval?: string; readonly maxInterval?: string };
    };
  };
  /** Requests that a proxy lets through, HTTP only. Each proxy counts by itself. @default - all */
  readonly localRateLimit?: { readonly requests: number; readonly unit: 'Second' | 'Minute' | 'Hour' | 'Day' };
  readonly circuitBreaker?: {
    readonly maxConnections?: number;
    readonly maxPendingRequests?: number;
    readonly maxParallelRequests?: number;
    readonly maxParallelRetries?: number;
  };
  /** @default LeastRequest */
  readonly loadBalancer?: 'LeastRequest' | 'RoundRobin' | 'Random';
  readonly healthCheck?: {
    /** Takes out backends that fail. @default - none */
    readonly passive?: { readonly consecutive5XxErrors?: number; readonly baseEjectionTime?: string };
    /** Asks backends by itself. Not over the PROXY protocol: the question has no address. @default - none */
    readonly active?: { readonly path: string; readonly interval?: string; readonly timeout?: string };
  };
  readonly tcpKeepalive?: { readonly probes?: number; readonly idleTime?: string; readonly interval?: string };
  /** On a route: merges with the Gateway's policy rather than replacing it. @default - replaces it */
  readonly mergeType?: 'StrategicMerge' | 'JSONMerge';
  /** @default - the construct's id */
  readonly name?: string;
}

export type RetryTrigger =
  | '5xx'
  | 'gateway-error'
  | 'reset'
  | 'connect-failure'
  | 'retriable-4xx'
  | 'refused-stream'
  | 'retriable-status-codes'
  | 'cancelled'
  | 'deadline-exceeded'
  | 'internal'
  | 'resource-exhausted'
  | 'unavailable';

/** A BackendTrafficPolicy: how a Gateway talks with its backends. */
export class BackendTrafficPolicy extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: BackendTrafficPolicyProps) {
    super(scope, `backend-traffic-policy-${id}`);
    this.name = props.name ?? id;
    const { target, proxyProtocol, localRateLimit, loadBalancer, healthCheck, name: _, ...rest } = props;
    const { active, passive } = healthCheck ?? {};
    const { path, ...timing } = active ?? {};
    envoyObject(this, 'BackendTrafficPolicy', this.name, {
      targetRefs: [targetRef(target)],
      ...rest,
      proxyProtocol: proxyProtocol && { version: proxyProtocol },
      rateLimit: localRateLimit && { local: { rules: [{ limit: localRateLimit }] } },
      loadBalancer: loadBalancer && { type: loadBalancer },
      healthCheck: healthCheck && { passive, active: active && { ...timing, type: 'HTTP', http: { path } } },
    });
  }
}
