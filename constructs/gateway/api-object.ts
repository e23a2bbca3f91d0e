import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import { GATEWAY_API_GROUP, type GatewayApiKind, NEWEST_GATEWAY_API, servedVersions } from '../../facts/gateway-api';
import { clusterOf } from '../../fleet/application';

/**
 * An object of Gateway API in the version that the cluster serves. Where it serves none, the newest is written, and
 * the check `gateway/kind-served` says what is missing.
 */
export function gatewayApiObject(
  scope: Construct,
  kind: GatewayApiKind,
  metadata: ApiObjectMetadata,
  spec: object,
): ApiObject {
  const facts = clusterOf(scope).props.gatewayApi ?? NEWEST_GATEWAY_API;
  const version = servedVersions(kind, facts)[0] ?? 'v1';
  return new ApiObject(scope, 'Default', { apiVersion: `${GATEWAY_API_GROUP}/${version}`, kind, metadata, spec });
}
