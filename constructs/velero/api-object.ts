import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

/** An object of Velero's API; it reads only those of its own namespace. */
export function veleroObject(scope: Construct, kind: string, metadata: ApiObjectMetadata, spec: object): ApiObject {
  return new ApiObject(scope, 'Default', { apiVersion: 'velero.io/v1', kind, metadata, spec });
}
