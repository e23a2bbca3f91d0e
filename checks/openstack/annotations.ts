import { LOAD_BALANCER_PREFIX } from '../../facts/octavia';

export const PREFIX = LOAD_BALANCER_PREFIX;

/** Whether the load balancer sends the PROXY protocol; what the cloud controller does not know switches nothing on. */
export function sendsProxyProtocol(annotations: Readonly<Record<string, string>>): boolean {
  return ['v1', 'v2', 'true'].includes(annotations[`${PREFIX}proxy-protocol`] ?? '');
}

/** What is wrong with a value, as a fix; undefined where it is right. */
type Format = (value: string) => string | undefined;

const text: Format = (value) =>
  value === '' ? 'Say something, or leave it out: an empty text counts as said.' : undefined;
const flag: Format = (value) =>
  value === 'true' || value === 'false' ? undefined : 'Write "true" or "false": anything else counts as not said.';
const whole =
  (least: number, most: number, unit: string): Format =>
  (value) =>
    /^-?[0-9]+$/.test(value) && Number(value) >= least && Number(value) <= most
      ? undefined
      : `A whole number from ${least} to ${most}${unit}, without its unit.`;
const oneOf =
  (...values: string[]): Format =>
  (value) =>
    values.includes(value) ? undefined : `One of ${values.join(', ')}.`;
const written: Format = () => 'Take it away: the cloud controller writes it.';

/** 24 days. */
const MOST = 2_073_600_000;

/** Every annotation of the cloud controller, with what it takes. Source: cloud-provider-openstack v1.35.0, loadbalancer.go. */
export const ANNOTATIONS: Readonly<Record<string, Format>> = {
  'availability-zone': text,
  class: text,
  'connection-limit': whole(-1, 2_147_483_647, ' connections'),
  'default-tls-container-ref': text,
  'enable-health-monitor': flag,
  'flavor-id': text,
  'floating-network-id': text,
  'floating-subnet': text,
  'floating-subnet-id': text,
  'floating-subnet-tags': text,
  'health-monitor-delay': whole(0, 100_000, ' seconds'),
  'health-monitor-max-retries': whole(1, 10, ''),
  'health-monitor-max-retries-down': whole(1, 10, ''),
  'health-monitor-timeout': whole(0, 100_000, ' seconds'),
  hostname: text,
  'keep-floatingip': flag,
  'lb-method': oneOf('ROUND_ROBIN', 'LEAST_CONNECTIONS', 'SOURCE_IP'),
  'load-balancer-address': written,
  'load-balancer-id': written,
  'member-subnet-id': text,
  'network-id': text,
  'node-selector': text,
  'port-id': text,
  'proxy-protocol': oneOf('v1', 'v2', 'true', 'false'),
  'subnet-id': text,
  'timeout-client-data': whole(0, MOST, ' milliseconds'),
  'timeout-member-connect': whole(0, MOST, ' milliseconds'),
  'timeout-member-data': whole(0, MOST, ' milliseconds'),
  'timeout-tcp-inspect': whole(0, MOST, ' milliseconds'),
  'x-forwarded-for': flag,
};
