import { Gateway } from '../../../constructs/gateway/gateway';
import { GatewayClass } from '../../../constructs/gateway/gateway-class';
import { HttpRoute } from '../../../constructs/gateway/http-route';
import { build, objectAt, rulesOf } from '../../helpers/cluster';
import { EDGE_FACTS, site } from '../../helpers/edge-examples';

/** A Gateway in an application of its own, and a site of another namespace that is attached to it. */
function twoNamespaces(routesFrom?: 'Same' | 'All') {
  return build((cluster) => {
    const edge = cluster.application('edge');
    const envoy = new GatewayClass(edge, 'envoy', { controllerName: 'example.com/x' });
    const gateway = new Gateway(edge, 'edge', { class: envoy });
    const listeners = [gateway.addHttpListener('http', { routesFrom })] as const;
    const shop = cluster.application('shop');
    new HttpRoute(shop, 'shop', { listeners, rules: [{ backends: [site(shop).port('http')] }] });
  }, EDGE_FACTS);
}

interface Spec {
  listeners: { name: string; port: number; allowedRoutes: { namespaces: object } }[];
  parentRefs: object[];
}
const specAt = (built: ReturnType<typeof build>, path: string) => objectAt(built, path)['spec'] as Spec;

test('a listener lets in the namespaces of the routes that are attached to it, and no others', () => {
  const built = twoNamespaces();
  expect(built.findings).toEqual([]);
  expect(specAt(built, 'apps/edge/gateway-edge.yaml').listeners[0]?.allowedRoutes.namespaces).toEqual({
    from: 'Selector',
    selector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['edge', 'shop'] }] },
  });
  expect(specAt(built, 'apps/shop/httproute-shop.yaml').parentRefs).toEqual([
    { group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'edge', namespace: 'edge', sectionName: 'http' },
  ]);
});

test('what is said is stronger', () => {
  expect(specAt(twoNamespaces('All'), 'apps/edge/gateway-edge.yaml').listeners[0]?.allowedRoutes.namespaces).toEqual({
    from: 'All',
  });
  expect(rulesOf(twoNamespaces('Same'))).toEqual(['gateway/route-allowed']);
});

test('the usual ports, where none is said', () => {
  const built = build((cluster) => {
    const edge = cluster.application('app');
    const envoy = new GatewayClass(edge, 'envoy', { controllerName: 'example.com/x' });
    const gateway = new Gateway(edge, 'edge', { class: envoy });
    const http = gateway.addHttpListener('http', { port: 8080 });
    http.redirectToHttps(edge, gateway.addHttpsListener('https', { certificate: { secretName: 'tls' } }));
    gateway.addHttpListener('plain');
  }, EDGE_FACTS);
  expect(built.findings).toEqual([]);
  const { listeners } = specAt(built, 'apps/app/gateway-edge.yaml');
  expect(listeners.map(({ name, port }) => [name, port])).toEqual([
    ['http', 8080],
    ['https', 443],
    ['plain', 80],
  ]);
});
