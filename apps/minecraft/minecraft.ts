import { Construct } from 'constructs';
import type { ContainerProps, Mount } from '../../constructs/kubernetes/container';
import { image } from '../../constructs/kubernetes/image';
import { NetworkPolicy } from '../../constructs/kubernetes/network-policy';
import { execProbe } from '../../constructs/kubernetes/probe';
import { Service, type ServicePort } from '../../constructs/kubernetes/service';
import { StatefulSet } from '../../constructs/kubernetes/stateful-set';
import { type ClaimTemplate, claimTemplate, emptyDir, type PodVolume } from '../../constructs/kubernetes/volume';
import { backupHooks, backupVolumes } from '../../constructs/velero/hooks';
import type { NetworkPolicyPeer } from '../../imports/k8s';
import { BlueMap } from './bluemap';
import { type PlayersFrom, paperConfig } from './paper-config';

export interface MinecraftProps {
  /** The size of the world's claim. It cannot be changed later in the StatefulSet. @default 20Gi */
  readonly size?: string;
  /** @default - the cluster's default class */
  readonly storageClass?: string;
  /** The heap, as the JVM writes it; the container gets a quarter more. @default 4G */
  readonly memory?: '2G' | '4G' | '6G' | '8G';
  /** What players see in their list. */
  readonly motd: string;
  /** @default survival */
  readonly mode?: 'survival' | 'creative' | 'adventure';
  /** @default normal */
  readonly difficulty?: 'peaceful' | 'easy' | 'normal' | 'hard';
  /** @default 10 */
  readonly maxPlayers?: number;
  /** Who tells the server who the players are. @default connection */
  readonly players?: PlayersFrom;
  /** Who may connect to the game, where the network plugin enforces NetworkPolicies. @default - everybody */
  readonly playersFrom?: readonly NetworkPolicyPeer[];
  /** Who may look at the map. @default - everybody */
  readonly mapFrom?: readonly NetworkPolicyPeer[];
}

/** Minecraft 26.2 needs Java 25; BlueMap 5.23 is made for 26.1.1 to 26.2. The three go together. */
const MINECRAFT_VERSION = '26.2';
const PAPER_BUILD = '129';
const SERVER = image(
  'docker.io/itzg/minecraft-server:2026.9.2-java25@sha256:de5d1b1a83eba576f6c8a688fac2a3523ce457724cdebc8ea48d7818b74cdf6e',
);

/**
 * Velero reads the world while the server runs: it writes everything out first, and nothing until it was read. A copy
 * of a world in use is better than none, so a server that does not answer is no reason to leave it out.
 */
const BACKUP = {
  // What the JVM has there now is nothing to keep, and changes while it is read.
  ...backupVolumes({ without: ['tmp'] }),
  ...backupHooks({
    pre: {
      container: 'minecraft',
      command: ['/bin/bash', '-c', 'rcon-cli save-off && rcon-cli save-all flush'],
      timeout: '2m',
      onError: 'Continue',
    },
    post: { container: 'minecraft', command: ['rcon-cli', 'save-on'], timeout: '30s', onError: 'Continue' },
  }),
};

/**
 * A Minecraft server (Paper) with its map. The world is a claim that outlives the StatefulSet. RCON listens inside
 * the Pod only: no Service has its port, and where the network plugin enforces NetworkPolicies nobody reaches it;
 * `kubectl exec minecraft-0 -- rcon-cli` does.
 */
export class Minecraft extends Construct {
  readonly map: BlueMap;
  private readonly service: Service<'minecraft' | 'bluemap', 'minecraft'>;

  constructor(scope: Construct, id: string, props: MinecraftProps) {
    super(scope, id);
    const data = claimTemplate('data', { size: props.size ?? '20Gi', storageClass: props.storageClass });
    const paper = paperConfig(this, id, props.players ?? 'connection');
    const mounts = [{ volume: data, path: '/data' }, BlueMap.config(this, id), ...paper.mounts];
    const server = new StatefulSet(this, id, {
      containers: [serverContainer(props, paper.env, mounts)],
      securityContext: {
        // The image's own user. Its files keep their owner from one start to the next.
        runAsUser: 1000,
        runAsGroup: 1000,
        fsGroup: 1000,
        fsGroupChangePolicy: 'OnRootMismatch',
      },
      podAnnotations: BACKUP,
      // The server saves for up to 60 s (STOP_DURATION) before it is killed.
      terminationGracePeriodSeconds: 120,
    });
    this.service = new Service(this, id, { workload: server, ports: { minecraft: {} } });
    this.map = new BlueMap(this, `${id}-bluemap`, { server });
    new NetworkPolicy(this, id, {
      pods: server,
      ingress: [
        { from: props.playersFrom, ports: [{ port: 'minecraft' }] },
        { from: props.mapFrom, ports: [{ port: 'bluemap' }] },
      ],
    });
  }

  /** The port that players connect to. */
  get port(): ServicePort {
    return this.service.port('minecraft');
  }
}

function serverContainer(
  props: MinecraftProps,
  env: ContainerProps['env'],
  mounts: readonly Mount<PodVolume | ClaimTemplate>[],
): ContainerProps<'minecraft' | 'bluemap', PodVolume | ClaimTemplate> {
  const heap = props.memory ?? '4G';
  return {
    name: 'minecraft',
    image: SERVER,
    ports: { minecraft: 25565, bluemap: BlueMap.port },
    env: {
      EULA: 'TRUE',
      TYPE: 'PAPER',
      VERSION: MINECRAFT_VERSION,
      PAPER_BUILD,
      MEMORY: heap,
      MOTD: props.motd,
      DIFFICULTY: props.difficulty ?? 'normal',
      MODE: props.mode ?? 'survival',
      MAX_PLAYERS: String(props.maxPlayers ?? 10),
      USE_AIKAR_FLAGS: 'TRUE',
      // Else it takes settings from somebody's repository, as they are today.
      SKIP_DOWNLOAD_DEFAULTS: 'true',
      ...BlueMap.environment,
      ...env,
    },
    requests: { cpu: '1', memory: containerMemory(heap) },
    limits: { memory: containerMemory(heap) },
    // The first start makes the world: up to ten minutes.
    startup: execProbe(['mc-health'], { periodSeconds: 10, failureThreshold: 60, timeoutSeconds: 5 }),
    readiness: execProbe(['mc-health'], { periodSeconds: 10, timeoutSeconds: 5 }),
    liveness: execProbe(['mc-health'], { periodSeconds: 30, failureThreshold: 5, timeoutSeconds: 5 }),
    mounts: [...mounts, { volume: emptyDir('tmp', { sizeLimit: '1Gi' }), path: '/tmp' }],
  };
}

/** The JVM needs about a quarter beside its heap. */
function containerMemory(heap: NonNullable<MinecraftProps['memory']>): string {
  return `${Number.parseInt(heap, 10) * 1280}Mi`;
}
