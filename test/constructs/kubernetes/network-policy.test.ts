import { Deployment } from '../../../constructs/kubernetes/deployment';
import { NetworkPolicy } from '../../../constructs/kubernetes/network-policy';
import { Service } from '../../../constructs/kubernetes/service';
import { buildApp, filesOf } from '../../helpers/cluster';
import { IMAGE } from '../../helpers/examples';
import { snapshotOf } from '../../helpers/snapshot';

snapshotOf('network-policy');

test('a policy that says no direction would let nothing in', () => {
  const built = buildApp((app) => new NetworkPolicy(app, 'n', { pods: 'all' }));
  expect(built.findings.map((f) => f.rule)).toEqual(['kubernetes/network-policy-direction']);
});

test('a named port has the workload’s protocol, and so has a Service', () => {
  const built = buildApp((app) => {
    const dns = new Deployment(app, 'dns', {
      containers: [{ name: 'dns', image: IMAGE, ports: { dns: { port: 53, protocol: 'UDP' } } }],
    });
    new NetworkPolicy(app, 'dns', { pods: dns, ingress: [{ ports: [{ port: 'dns' }] }] });
    new Service(app, 'dns', { workload: dns, ports: { dns: {} } });
  });
  expect(filesOf(built).match(/protocol: UDP/g)).toHaveLength(3);
});
