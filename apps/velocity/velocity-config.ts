import type { ServicePort } from '../../constructs/kubernetes/service';

export interface VelocityConfigProps {
  readonly motd: string;
  /** Servers by name; players come to the first, and to the next where it is not there. */
  readonly servers: Readonly<Record<string, ServicePort>>;
  readonly maxPlayers: number;
  /** Whether the edge tells players' addresses by the PROXY protocol. */
  readonly proxyProtocol: boolean;
  /** The port it listens on. */
  readonly port: number;
}

/**
 * velocity.toml in the form of Velocity 4.2. What is left out gets Velocity's own examples: servers that are not
 * there, and it refuses to start. Source: PaperMC/docs 9bca0c0, velocity/reference/configuration.
 */
export function velocityToml({ motd, servers, maxPlayers, proxyProtocol, port }: VelocityConfigProps): string {
  // A string of JSON is one of TOML.
  const text = JSON.stringify;
  const lines = Object.entries(servers).map(([name, s]) => `${name} = ${text(`${s.service}:${s.port}`)}`);
  return `config-version = "2.9"
bind = "0.0.0.0:${port}"
motd = ${text(motd)}
show-max-players = ${maxPlayers}
online-mode = true
force-key-authentication = true
player-info-forwarding-mode = "modern"
# The secret is in the environment: VELOCITY_FORWARDING_SECRET.
forwarding-secret-file = "forwarding.secret"

[servers]
${lines.join('\n')}
try = [${Object.keys(servers)
    .map((name) => text(name))
    .join(', ')}]

[forced-hosts]

[advanced]
haproxy-protocol = ${proxyProtocol}
# Milliseconds between two logins from one address. Without the PROXY protocol all players have the edge's.
login-ratelimit = ${proxyProtocol ? 3000 : 0}

[query]
enabled = false
`;
}
