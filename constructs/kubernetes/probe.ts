import type { Probe } from '../../imports/k8s';

/** How often a probe asks, and how patient it is. */
export interface ProbeTiming {
  /** Seconds between two tries. @default 10 */
  readonly periodSeconds?: number;
  /** Failures in a row until it counts as failed. @default 3 */
  readonly failureThreshold?: number;
  /** Seconds until a try counts as failed. @default 1 */
  readonly timeoutSeconds?: number;
  /** Seconds before the first try; a startup probe does this better. @default 0 */
  readonly initialDelaySeconds?: number;
}

/** Runs a command in the container; zero is well. */
export function execProbe(command: readonly string[], timing: ProbeTiming = {}): Probe {
  return { exec: { command }, ...timing };
}

/** Asks over HTTP; 200 to 399 is well. */
export function httpProbe(path: string, port: number | string, timing: ProbeTiming = {}): Probe {
  return { httpGet: { path, port }, ...timing };
}

/** Opens a TCP connection. */
export function tcpProbe(port: number | string, timing: ProbeTiming = {}): Probe {
  return { tcpSocket: { port }, ...timing };
}
