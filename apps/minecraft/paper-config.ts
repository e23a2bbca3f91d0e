import type { Construct } from 'constructs';
import { ConfigMap } from '../../constructs/kubernetes/config-map';
import { type EnvSource, fromSecret, type Mount } from '../../constructs/kubernetes/container';
import { configMapVolume } from '../../constructs/kubernetes/volume';

/** Who stands before the server and tells it who the players are. */
export type PlayersFrom =
  /** Players connect by themselves, or through something that does not tell. */
  | 'connection'
  /** A proxy tells players' addresses by the PROXY protocol: the server refuses whoever does not. */
  | 'proxy-protocol'
  /** Velocity tells players' names and addresses; the secret proves that it is Velocity. */
  | { readonly velocity: ForwardingSecret };

/** A key of a Secret that Velocity and its servers share. No line break at its end: it would be part of the secret. */
export interface ForwardingSecret {
  readonly name: string;
  readonly key: string;
}

/** What Paper needs for it: the environment, and a file. */
export interface PaperConfig {
  readonly env: Readonly<Record<string, string | EnvSource>>;
  readonly mounts: readonly Mount[];
}

/** Source: PaperMC/Paper 6c8d413, GlobalConfiguration.java; itzg/docker-minecraft-server f61f721, start-finalExec. */
export function paperConfig(scope: Construct, server: string, players: PlayersFrom): PaperConfig {
  if (players === 'connection') return { env: {}, mounts: [] };
  const text = players === 'proxy-protocol' ? PROXY_PROTOCOL : VELOCITY;
  const map = new ConfigMap(scope, `${server}-paper-config`, { data: { 'paper-global.yml': text } });
  // The image copies it over the server's own at every start.
  const mount = {
    volume: configMapVolume(map),
    path: '/config/paper-global.yml',
    subPath: 'paper-global.yml',
    readOnly: true,
  };
  if (players === 'proxy-protocol') return { env: { USES_PROXY_PROTOCOL: 'true' }, mounts: [mount] };
  const { name, key } = players.velocity;
  // Velocity has asked Mojang already. The secret is not optional: without it the server would believe anybody.
  return { env: { ONLINE_MODE: 'FALSE', PAPER_VELOCITY_SECRET: fromSecret(name, key) }, mounts: [mount] };
}

const PROXY_PROTOCOL = `proxies:
  proxy-protocol: true
`;

const VELOCITY = `proxies:
  velocity:
    enabled: true
    online-mode: true
`;
