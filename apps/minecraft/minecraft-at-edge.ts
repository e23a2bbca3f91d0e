import { AppProject } from '../../constructs/argocd/app-project';
import { BackendTrafficPolicy } from '../../constructs/envoy-gateway/backend-traffic-policy';
import { proxiesOf } from '../../constructs/envoy-gateway/proxies';
import { HttpRoute } from '../../constructs/gateway/http-route';
import { Namespace } from '../../constructs/kubernetes/namespace';
import { Application } from '../../fleet/application';
import type { Cluster } from '../../fleet/cluster';
import type { Edge } from '../edge/edge';
import { BlueMap } from './bluemap';
import { Minecraft, type MinecraftProps } from './minecraft';

export interface MinecraftAtEdgeProps extends Omit<MinecraftProps, 'players' | 'playersFrom' | 'mapFrom'> {
  readonly edge: Edge;
}

/**
 * One Minecraft server behind the edge: players through a TCPRoute, the map through an HTTPRoute. The edge tells the
 * server players' addresses by the PROXY protocol, so that bans by address work.
 */
export class MinecraftAtEdge {
  /** Where the world is. */
  readonly namespace: Namespace;

  constructor(cluster: Cluster, { edge, ...props }: MinecraftAtEdgeProps) {
    const project = new AppProject(cluster, 'games', { description: 'Game servers and what belongs to them' });
    const app = new Application(cluster, 'minecraft', { project, namespace: 'minecraft' });
    this.namespace = new Namespace(app, 'minecraft');
    const proxies = [proxiesOf(edge.gateway)];
    const server = new Minecraft(app, 'minecraft', {
      ...props,
      players: 'proxy-protocol',
      playersFrom: proxies,
      mapFrom: proxies,
    });
    const route = edge.gateway.addTcpListener('minecraft', { port: 25565 }).route(app, server.port);
    new BackendTrafficPolicy(app, 'minecraft', { target: route, proxyProtocol: 'V2' });
    const map = edge.addHost('map');
    new HttpRoute(app, 'map', {
      listeners: [map],
      hostnames: [map.hostname],
      rules: [{ backends: [server.map.port], timeouts: BlueMap.timeouts }],
    });
  }
}
