import { AppProject } from '../../../constructs/argocd/app-project';
import { EnvoyGateway } from '../../../constructs/envoy-gateway/envoy-gateway';
import { Gateway } from '../../../constructs/gateway/gateway';
import { GatewayApi } from '../../../constructs/gateway/gateway-api';
import { Service } from '../../../constructs/kubernetes/service';
import type { EnvoyGatewayVersion } from '../../../facts/envoy-gateway';
import type { GatewayApiFacts } from '../../../facts/gateway-api';
import { buildApp, objectAt } from '../../helpers/cluster';
import { web } from '../../helpers/examples';
import { type Fill, testPage } from '../../helpers/rule';

/** A TCPRoute that this controller serves. */
const routed =
  (version: EnvoyGatewayVersion): Fill =>
  (app, cluster) => {
    const project = new AppProject(cluster, 'edge', { description: '' });
    new GatewayApi(cluster, { project });
    const envoy = new EnvoyGateway(cluster, { project, version });
    const gateway = new Gateway(app, 'edge', { class: envoy.class });
    const service = new Service(app, 'web', { workload: web(app), ports: { http: {} } });
    gateway.addTcpListener('game', { port: 25565 }).route(app, service.port('http'));
  };

/** The same on a cluster with a Gateway API. */
const pair = (version: EnvoyGatewayVersion, gatewayApi: GatewayApiFacts) => buildApp(routed(version), { gatewayApi });

const READ: Readonly<Record<string, string>> = {
  '1.7 1.4 experimental': 'v1alpha2',
  '1.7 1.5 experimental': 'v1alpha2',
  '1.7 1.6 experimental': 'v1',
  '1.8 1.4 experimental': 'v1alpha2',
  '1.8 1.5 experimental': 'v1alpha2',
  '1.8 1.6 experimental': 'v1',
  '1.9 1.6 standard': 'v1',
  '1.9 1.6 experimental': 'v1',
};

const combinations = (['1.7', '1.8', '1.9'] as const).flatMap((envoy) =>
  (['1.4', '1.5', '1.6'] as const).flatMap((version) =>
    (['standard', 'experimental'] as const).map((channel) => ({ envoy, version, channel })),
  ),
);

test.each(combinations)('Envoy Gateway $envoy with Gateway API $version $channel', ({ envoy, version, channel }) => {
  const built = pair(envoy, { version, channel });
  const expected = READ[`${envoy} ${version} ${channel}`];
  const rules = new Set(built.findings.map((f) => f.rule));
  if (expected === undefined) {
    const missing = channel === 'standard' && version !== '1.6';
    expect([...rules]).toEqual([missing ? 'gateway/kind-served' : 'envoy-gateway/kind-read']);
  } else {
    expect([...rules]).toEqual([]);
    const route = objectAt(built, 'apps/app/tcproute-game.yaml');
    expect(route.apiVersion).toBe(`gateway.networking.k8s.io/${expected}`);
  }
});

const LATEST: GatewayApiFacts = { version: '1.6', channel: 'standard' };
testPage('envoy-gateway/kind-read', ['1.8 with Gateway API 1.6', routed('1.8')], ['1.9', routed('1.9')], {
  gatewayApi: LATEST,
});
