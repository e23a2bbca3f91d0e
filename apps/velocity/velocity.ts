import { Construct } from 'constructs';
import { ConfigMap } from '../../constructs/kubernetes/config-map';
import { type ContainerProps, fromSecret } from '../../constructs/kubernetes/container';
import { Deployment } from '../../constructs/kubernetes/deployment';
import { image } from '../../constructs/kubernetes/image';
import { NetworkPolicy } from '../../constructs/kubernetes/network-policy';
import { execProbe, tcpProbe } from '../../constructs/kubernetes/probe';
import { Service, type ServicePort } from '../../constructs/kubernetes/service';
import { configMapVolume, emptyDir } from '../../constructs/kubernetes/volume';
import type { NetworkPolicyPeer } from '../../imports/k8s';
import type { ForwardingSecret } from '../minecraft/paper-config';
import { velocityToml } from './velocity-config';

export interface VelocityProps {
  /** Servers by name; players come to the first, and to the next where it is not there. */
  readonly servers: Readonly<Record<string, ServicePort>>;
  /** What players see in their list, as MiniMessage. */
  readonly motd: string;
  /** What it proves itself with to its servers. */
  readonly forwardingSecret: ForwardingSecret;
  /** @default 20 */
  readonly maxPlayers?: number;
  /** Whether the edge tells players' addresses by the PROXY protocol; whoever does not is refused. @default false */
  readonly proxyProtocol?: boolean;
  /** Who may connect. @default - everybody */
  readonly playersFrom?: readonly NetworkPolicyPeer[];
}

const PROXY = image(
  'docker.io/itzg/mc-proxy:2026.8.0-java25@sha256:ddb1a119934dd77fd28dc50b88daf8fafea4b4d2deb6102c654e78426d31f96a',
);

/** Velocity 4.2.0 build 30. The path holds the file's SHA-256: the address cannot give another program. */
const VELOCITY_JAR =
  'https://fill-data.papermc.io/v1/objects/35a5596a5468a035d8a32c8de5ebb0dc6b8d8f0cc3ff5169d514aca762af8aa8/velocity-4.2.0-30.jar';

const PORT = 25565;

/**
 * Velocity: players connect here, and move between servers without noticing. It holds nothing: one Pod, since two
 * would not know each other's players. When it stops, everybody is sent away.
 */
export class Velocity extends Construct {
  private readonly service: Service<'velocity', 'velocity'>;

  constructor(scope: Construct, id: string, props: VelocityProps) {
    super(scope, id);
    const { servers, motd, maxPlayers = 20, proxyProtocol = false, playersFrom } = props;
    const toml = velocityToml({ motd, servers, maxPlayers, proxyProtocol, port: PORT });
    const config = new ConfigMap(this, `${id}-config`, { data: { 'velocity.toml': toml } });
    const proxy = new Deployment(this, id, {
      containers: [proxyContainer(props.forwardingSecret, config, proxyProtocol)],
      securityContext: { runAsUser: 1000, runAsGroup: 1000, fsGroup: 1000 },
      terminationGracePeriodSeconds: 60,
    });
    this.service = new Service(this, id, { workload: proxy, ports: { velocity: {} } });
    new NetworkPolicy(this, id, { pods: proxy, ingress: [{ from: playersFrom, ports: [{ port: 'velocity' }] }] });
  }

  /** The port that players connect to. */
  get port(): ServicePort {
    return this.service.port('velocity');
  }
}

function proxyContainer(
  secret: ForwardingSecret,
  config: ConfigMap,
  proxyProtocol: boolean,
): ContainerProps<'velocity'> {
  return {
    name: 'velocity',
    image: PROXY,
    ports: { velocity: PORT },
    env: {
      TYPE: 'CUSTOM',
      CUSTOM_FAMILY: 'velocity',
      BUNGEE_JAR_URL: VELOCITY_JAR,
      MEMORY: '512M',
      // Without it every probe starts a Java machine to look into the configuration.
      SERVER_PORT: String(PORT),
      SKIP_DOWNLOAD_DEFAULTS: 'true',
      HEALTH_USE_PROXY: String(proxyProtocol),
      VELOCITY_FORWARDING_SECRET: fromSecret(secret.name, secret.key),
    },
    requests: { cpu: '100m', memory: '768Mi' },
    limits: { memory: '1Gi' },
    // It downloads its program first.
    startup: execProbe(['/usr/bin/health.sh'], { periodSeconds: 5, failureThreshold: 60, timeoutSeconds: 5 }),
    readiness: execProbe(['/usr/bin/health.sh'], { periodSeconds: 10, timeoutSeconds: 5 }),
    // A restart sends every player away: only a port that nobody listens on any more asks for one.
    liveness: tcpProbe('velocity', { periodSeconds: 20, failureThreshold: 3 }),
    mounts: [
      { volume: emptyDir('server', { sizeLimit: '1Gi' }), path: '/server' },
      { volume: emptyDir('tmp', { sizeLimit: '256Mi' }), path: '/tmp' },
      { volume: configMapVolume(config), path: '/config/velocity.toml', subPath: 'velocity.toml', readOnly: true },
    ],
  };
}
