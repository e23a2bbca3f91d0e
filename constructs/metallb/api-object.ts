import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';

/** An object of MetalLB's API; it reads only those of its own namespace. */
export function metalLbObject(scope: Construct, kind: string, name: string, spec: object): ApiObject {
  const version = kind === 'BGPPeer' ? 'v1beta2' : 'v1beta1';
  return new ApiObject(scope, 'Default', { apiVersion: `metallb.io/${version}`, kind, metadata: { name }, spec });
}
