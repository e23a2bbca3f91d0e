import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { ROOK_GROUP } from '../../facts/rook';

/** An object of Rook's API, in the namespace of its application. */
export function rookObject(scope: Construct, kind: string, name: string, spec: object): ApiObject {
  return new ApiObject(scope, 'Default', { apiVersion: `${ROOK_GROUP}/v1`, kind, metadata: { name }, spec });
}
