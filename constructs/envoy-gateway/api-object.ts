import { ApiObject, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { ENVOY_GATEWAY_GROUP } from '../../facts/envoy-gateway';
import { GATEWAY_API_GROUP } from '../../facts/gateway-api';
import type { Gateway } from '../gateway/gateway';
import type { Listener } from '../gateway/listener';
import type { ListenerSet } from '../gateway/listener-set';

/** An object of Envoy Gateway's own API. */
export function envoyObject(scope: Construct, kind: string, name: string, spec: object): ApiObject {
  return new ApiObject(scope, 'Default', {
    apiVersion: `${ENVOY_GATEWAY_GROUP}/v1alpha1`,
    kind,
    metadata: { name },
    spec,
  });
}

/** What a policy is for, beside routes: a Gateway with all its listeners, or one of them. */
export type GatewayTarget = Gateway | ListenerSet | Listener;

/** A route as a policy's target. */
export interface RouteTarget {
  readonly kind: 'HTTPRoute' | 'GRPCRoute' | 'TCPRoute' | 'TLSRoute' | 'UDPRoute';
  readonly name: string;
}

/** A target as policies name it. It is of the policy's own namespace; the check `envoy-gateway/policy-target` holds it. */
export function targetRef(target: GatewayTarget | RouteTarget): object {
  const group = GATEWAY_API_GROUP;
  if (!('owner' in target)) return { group, kind: target.kind, name: target.name };
  const { owner, sectionName } = target;
  return { group, kind: owner.kind, name: owner.name, sectionName };
}

/** The namespace of what is created in a scope. */
export const namespaceOf = (scope: Construct): string | undefined => Chart.of(scope).namespace;
