import { AppProject } from '../../../constructs/argocd/app-project';
import { EnvoyGateway } from '../../../constructs/envoy-gateway/envoy-gateway';
import { policyHealth, routeHealth } from '../../../constructs/gateway/health';
import { build } from '../../helpers/cluster';
import { EDGE_FACTS } from '../../helpers/edge-examples';
import { runHealthCheck } from '../../helpers/lua';

const condition = (type: string, status: string, observedGeneration = 2) => ({
  type,
  status,
  observedGeneration,
  reason: 'Because',
  message: 'of that',
});
const route = (...conditions: object[]) => ({ metadata: { generation: 2 }, status: { parents: [{ conditions }] } });

test.each<[string, object, string]>([
  ['nobody looked yet', { metadata: { generation: 1 } }, 'Progressing'],
  ['somebody looked at what it was before', route(condition('Accepted', 'True', 1)), 'Progressing'],
  ['accepted', route(condition('Accepted', 'True'), condition('ResolvedRefs', 'True')), 'Healthy'],
  ['refused', route(condition('Accepted', 'False')), 'Degraded'],
  ['a backend is missing', route(condition('Accepted', 'True'), condition('ResolvedRefs', 'False')), 'Degraded'],
])('a route: %s', (_, obj, status) => {
  expect(runHealthCheck(routeHealth, obj)).toMatchObject({ status });
});

test('a policy is judged by its ancestors', () => {
  const status = { ancestors: [{ conditions: [condition('Accepted', 'False')] }] };
  expect(runHealthCheck(policyHealth, { metadata: { generation: 2 }, status })).toEqual({
    status: 'Degraded',
    message: 'Because: of that',
  });
});

test('Argo CD gets the checks of what is installed', () => {
  const built = build((cluster) => {
    const project = new AppProject(cluster, 'edge', { description: '' });
    new EnvoyGateway(cluster, { project });
  }, EDGE_FACTS);
  const values = built.files.get('bootstrap/argocd-values.yaml') ?? '';
  expect(values).toContain('resource.customizations.health.gateway.envoyproxy.io_BackendTrafficPolicy');
  expect(values).not.toContain('io_TCPRoute');
});
