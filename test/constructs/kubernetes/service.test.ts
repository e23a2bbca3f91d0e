import { Service } from '../../../constructs/kubernetes/service';
import { build, buildApp, rulesOf } from '../../helpers/cluster';
import { web } from '../../helpers/examples';
import { snapshotOf } from '../../helpers/snapshot';

snapshotOf('service');

test('a workload of another namespace or cluster is refused', () => {
  const built = build((cluster) => {
    const workload = web(cluster.application('one'));
    new Service(cluster.application('two'), 'web', { workload, ports: { http: {} } });
  });
  expect(rulesOf(built)).toContain('kubernetes/foreign-reference');
  const other = build((cluster) => {
    let workload: ReturnType<typeof web> | undefined;
    build((elsewhere) => {
      workload = web(elsewhere.application('app'));
    });
    if (workload) new Service(cluster.application('app'), 'web', { workload, ports: { http: {} } });
  });
  expect(other.findings[0]?.message).toBe('service-web refers to "web", which is in another cluster.');
});

test('a port knows what a route needs', () => {
  buildApp((app) => {
    const service = new Service(app, 'web', { workload: web(app), ports: { http: { port: 80 } } });
    expect(service.port('http')).toEqual({ service: 'web', namespace: 'app', name: 'http', port: 80, protocol: 'TCP' });
  });
});
