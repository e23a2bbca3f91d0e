import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';

/** An object of External Secrets' API. */
export function externalSecretsObject(scope: Construct, kind: string, name: string, spec: object): ApiObject {
  return new ApiObject(scope, 'Default', { apiVersion: 'external-secrets.io/v1', kind, metadata: { name }, spec });
}
