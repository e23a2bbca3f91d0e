import { AppProject } from '../../constructs/argocd/app-project';
import { BackendTrafficPolicy } from '../../constructs/envoy-gateway/backend-traffic-policy';
import { proxiesOf } from '../../constructs/envoy-gateway/proxies';
import { rewrite } from '../../constructs/gateway/http-filter';
import { HttpRoute, type HttpRule } from '../../constructs/gateway/http-route';
import { Namespace } from '../../constructs/kubernetes/namespace';
import { NAME_LABEL } from '../../constructs/kubernetes/workload';
import type { ClusterSecretStore } from '../../constructs/secrets/secret-store';
import { Application } from '../../fleet/application';
import type { Cluster } from '../../fleet/cluster';
import type { Edge } from '../edge/edge';
import { BlueMap } from '../minecraft/bluemap';
import { Minecraft, type MinecraftProps } from '../minecraft/minecraft';
import { credential } from '../secrets/credential';
import { Velocity } from './velocity';

export interface VelocityNetworkProps<Name extends string> {
  readonly edge: Edge;
  /** What players see in their list. */
  readonly motd: string;
  /** The servers, by the names that players move by; new players come to the first. */
  readonly servers: Readonly<Record<Name, Omit<MinecraftProps, 'players' | 'playersFrom' | 'mapFrom'>>>;
  /** Whether the edge knows players' addresses, and tells them on by the PROXY protocol. @default false */
  readonly clientAddresses?: boolean;
  /** What holds the secret that Velocity and the servers share. @default - it is made by hand */
  readonly store?: ClusterSecretStore;
}

/** What Velocity proves with that a player came through it. */
export const FORWARDING_SECRET = { name: 'velocity-forwarding', key: 'secret' } as const;

const NAMESPACE = 'minecraft';

/**
 * Minecraft servers behind Velocity behind the edge. Servers take players from Velocity only; each one's map is at a
 * path of its own name.
 */
export class VelocityNetwork<Name extends string> {
  /** Where the worlds are. */
  readonly namespace: Namespace;

  constructor(cluster: Cluster, props: VelocityNetworkProps<Name>) {
    const { edge, motd, clientAddresses = false } = props;
    const project = new AppProject(cluster, 'games', { description: 'Game servers and what belongs to them' });
    // An application of its own: both others live in it, and neither should wait for the other.
    const games = new Application(cluster, 'games', { project, namespace: NAMESPACE });
    this.namespace = new Namespace(games, NAMESPACE);
    credential(games, FORWARDING_SECRET.name, [FORWARDING_SECRET.key], props.store);
    const app = new Application(cluster, 'minecraft', { project, namespace: NAMESPACE });
    const proxies = [proxiesOf(edge.gateway)];
    const names = Object.keys(props.servers) as Name[];
    const servers = names.map((name) => {
      const server = new Minecraft(app, name, {
        ...props.servers[name],
        players: { velocity: FORWARDING_SECRET },
        playersFrom: [VELOCITY_PODS],
        mapFrom: proxies,
      });
      return { name, server };
    });
    const map = edge.addHost('map');
    new HttpRoute(app, 'maps', {
      listeners: [map],
      hostnames: [map.hostname],
      rules: mapRules(servers) as [HttpRule, ...HttpRule[]],
    });

    const velocityApp = new Application(cluster, 'velocity', { project, namespace: NAMESPACE });
    const velocity = new Velocity(velocityApp, 'velocity', {
      servers: Object.fromEntries(servers.map(({ name, server }) => [name, server.port])),
      motd,
      forwardingSecret: FORWARDING_SECRET,
      proxyProtocol: clientAddresses,
      playersFrom: proxies,
    });
    const route = edge.gateway.addTcpListener('minecraft', { port: 25565 }).route(velocityApp, velocity.port);
    if (clientAddresses) new BackendTrafficPolicy(velocityApp, 'velocity', { target: route, proxyProtocol: 'V2' });
  }
}

/** Velocity's Pods, which the servers have to know before Velocity knows the servers. */
const VELOCITY_PODS = { podSelector: { matchLabels: { [NAME_LABEL]: 'velocity' } } };

/**
 * `/<name>/` for each, its prefix taken off: the map asks for what it needs by relative paths, so the slash at the end
 * matters. `/` itself goes to the first map.
 */
function mapRules(servers: readonly { readonly name: string; readonly server: Minecraft }[]): HttpRule[] {
  const rules = servers.flatMap(({ name, server }): HttpRule[] => [
    { matches: [{ path: `/${name}` }], redirect: { path: `/${name}/`, statusCode: 302 } },
    {
      matches: [{ pathPrefix: `/${name}/` }],
      filters: [rewrite({ prefix: '/' })],
      backends: [server.map.port],
      timeouts: BlueMap.timeouts,
    },
  ]);
  return [...rules, { matches: [{ path: '/' }], redirect: { path: `/${servers[0]?.name}/`, statusCode: 302 } }];
}
