import { Gateway } from '../../../constructs/gateway/gateway';
import { GatewayClass } from '../../../constructs/gateway/gateway-class';
import { mirror } from '../../../constructs/gateway/http-filter';
import { HttpRoute } from '../../../constructs/gateway/http-route';
import { build, objectAt } from '../../helpers/cluster';
import { EDGE_FACTS, site } from '../../helpers/edge-examples';

test('a backend of another namespace brings its grant, one for all of them', () => {
  const built = build((cluster) => {
    const shop = cluster.application('shop');
    const [web, next] = [site(shop), site(shop, 'next')];
    const edge = cluster.application('edge');
    const envoy = new GatewayClass(edge, 'envoy', { controllerName: 'example.com/x' });
    const http = new Gateway(edge, 'edge', { class: envoy }).addHttpListener('http');
    new HttpRoute(edge, 'shop', {
      listeners: [http],
      rules: [{ filters: [mirror(next.port('http'))], backends: [web.port('http')] }],
    });
    const tcp = new Gateway(edge, 'games', { class: envoy }).addTcpListener('game', { port: 25565 });
    tcp.route(edge, web.port('http'));
  }, EDGE_FACTS);
  expect(built.findings).toEqual([]);
  expect(objectAt(built, 'apps/edge/referencegrant-shop.httproute-edge-shop.yaml')).toMatchObject({
    apiVersion: 'gateway.networking.k8s.io/v1beta1',
    metadata: { name: 'httproute-edge-shop', namespace: 'shop' },
    spec: {
      from: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', namespace: 'edge' }],
      to: [
        { group: '', kind: 'Service', name: 'web' },
        { group: '', kind: 'Service', name: 'next' },
      ],
    },
  });
  expect(objectAt(built, 'apps/edge/referencegrant-shop.tcproute-edge-game.yaml')['spec']).toMatchObject({
    from: [{ kind: 'TCPRoute' }],
    to: [{ name: 'web' }],
  });
});
