import { GATEWAY_API_KINDS, type GatewayApiKind, servedVersions } from '../../../facts/gateway-api';
import { buildApp, onlyFinding, raw, rulesOf } from '../../helpers/cluster';
import { EDGE, gateway, gatewayClass, route, TCP, web } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

testRule(
  'gateway/kind-served',
  {
    wrong: [
      [
        'a kind that the channel does not have yet',
        (app) => {
          web(app);
          gateway(app, [TCP]);
          raw(app, 'route', {
            apiVersion: 'gateway.networking.k8s.io/v1alpha2',
            kind: 'TCPRoute',
            metadata: { name: 'x' },
            spec: {
              parentRefs: [{ name: 'edge', sectionName: 'game' }],
              rules: [{ backendRefs: [{ name: 'web', port: 80 }] }],
            },
          });
        },
        'the standard channel of Gateway API 1.5 has no TCPRoute in gateway.networking.k8s.io/v1alpha2',
      ],
    ],
    right: {
      'kinds of every release': (app) => {
        web(app);
        gateway(app);
        route(app, 'HTTPRoute', 'x');
      },
    },
  },
  { ...EDGE, gatewayApi: { version: '1.5', channel: 'standard' } },
);

test('a cluster that does not say its release is told once for each kind', () => {
  const { gatewayApi: _, ...silent } = EDGE;
  const finding = onlyFinding(buildApp((app) => gatewayClass(app), silent));
  expect(finding.message).toContain('does not say which release it has');
});

describe.each(Object.keys(GATEWAY_API_KINDS) as GatewayApiKind[])('%s', (kind) => {
  test.each(['1.4', '1.5', '1.6'] as const)('in %s the two channels', (version) => {
    const served = (['standard', 'experimental'] as const).map((channel) => servedVersions(kind, { version, channel }));
    expect({ kind, version, standard: served[0], experimental: served[1] }).toMatchSnapshot();
  });
});

test('is silent where somebody else brings another group’s Gateway', () => {
  const built = buildApp(
    (app) =>
      void raw(app, 'istio', {
        apiVersion: 'networking.istio.io/v1',
        kind: 'Gateway',
        metadata: { name: 'x' },
        spec: {},
      }),
    { externals: { kinds: ['networking.istio.io/Gateway'] } },
  );
  expect(rulesOf(built)).toEqual([]);
});
