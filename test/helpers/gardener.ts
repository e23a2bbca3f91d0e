import { raw, type TestProps } from './cluster';
import type { Fill } from './rule';

/** A garden's API, as the cluster of a test has it. */
export const GARDEN: TestProps = { externals: { kinds: ['core.gardener.cloud/Shoot'] } };

export const WORKER = {
  name: 'worker',
  machine: { type: 'medium', image: { name: 'flatcar', version: '1.2.3' } },
  minimum: 1,
  maximum: 2,
  zones: ['a'],
};
export const NETWORKING = { type: 'calico', nodes: '10.250.0.0/16', pods: '100.96.0.0/11', services: '100.64.0.0/13' };

interface Parts {
  readonly spec?: object;
  readonly networking?: object;
  readonly workers?: readonly object[];
  readonly networks?: object;
  readonly name?: string;
}

/** A Shoot on OpenStack, with parts replaced. */
export const shoot =
  ({
    spec = {},
    networking = {},
    workers = [{}],
    networks = { workers: '10.250.0.0/19' },
    name = 'shoot',
  }: Parts = {}): Fill =>
  (app) => {
    raw(app, 'shoot', {
      apiVersion: 'core.gardener.cloud/v1beta1',
      kind: 'Shoot',
      metadata: { name },
      spec: {
        credentialsBindingName: 'openstack',
        cloudProfile: { name: 'openstack' },
        region: 'kna1',
        kubernetes: { version: '1.34.2' },
        networking: { ...NETWORKING, ...networking },
        provider: {
          type: 'openstack',
          infrastructureConfig: { networks },
          workers: workers.map((worker) => ({ ...WORKER, ...worker })),
        },
        ...spec,
      },
    });
  };
