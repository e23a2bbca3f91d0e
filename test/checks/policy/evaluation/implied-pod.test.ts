import { impliedPod } from '../../../../checks/policy/evaluation/implied-pod';
import type { KubeObject } from '../../../../fleet/object';
import { deployment, pod } from '../../../helpers/admission';

const podOf = (container: object, spec: object = {}) => {
  const made = deployment(container) as KubeObject & { spec: { template: { spec: object } } };
  Object.assign(made.spec.template.spec, spec);
  return impliedPod(made);
};

test('a Pod as its controller makes it', () => {
  expect(podOf({})).toMatchObject({
    kind: 'Pod',
    metadata: {
      generateName: 'deployment-',
      namespace: 'app',
      ownerReferences: [{ kind: 'ReplicaSet', name: 'deployment' }],
    },
    spec: { containers: [{ name: 'main' }] },
  });
  expect(podOf({})?.metadata).not.toHaveProperty('name');
  expect(impliedPod(pod())).toBeUndefined();
});

test('what the API server adds to a Pod: requests from limits, ports of the host', () => {
  expect(podOf({ resources: { limits: { cpu: '1', memory: '1Gi' }, requests: { cpu: '1m' } } })).toMatchObject({
    spec: { containers: [{ resources: { requests: { cpu: '1m', memory: '1Gi' } } }] },
  });
  const ports = [{ containerPort: 80 }, { containerPort: 81, hostPort: 8081 }];
  expect(podOf({ ports }, { hostNetwork: true })).toMatchObject({
    spec: { containers: [{ ports: [{ hostPort: 80 }, { hostPort: 8081 }] }] },
  });
  expect(podOf({ ports })).toMatchObject({
    spec: { containers: [{ ports: [{ containerPort: 80 }, { hostPort: 8081 }] }] },
  });
});
