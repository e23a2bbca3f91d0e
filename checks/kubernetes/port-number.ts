import type { Entry } from '../../fleet/model';
import { DNS_LABEL } from '../../fleet/names';
import { describe } from '../../fleet/object';
import type { NetworkPolicyPort, NetworkPolicySpec, Probe, ServicePort, ServiceSpec } from '../../imports/k8s';
import { podsOf } from '../pod-specs';
import type { Report, Rule } from '../rule';
import { specOf } from '../spec-of';

export const portNumber: Rule = {
  id: 'kubernetes/port-number',
  holds: 'ports, port names and node ports are in range',
  category: 'schema',
  effect: 'The API server refuses the object, and the whole sync fails.',
  source: 'kubernetes v1.36, apimachinery/pkg/util/validation: IsValidPortNum, IsValidPortName',
  check(cluster, report) {
    for (const { entry, containers } of podsOf(cluster)) {
      for (const place of containers) {
        const { container } = place;
        for (const port of container.ports ?? []) {
          const { containerPort, name = containerPort } = port;
          if (!isPort(containerPort))
            reportPort(entry, containerPort, `${place.at}.ports[${name}].containerPort`, report);
          if (name !== containerPort && !isPort(name))
            reportPort(entry, name, `${place.at}.ports[${name}].name`, report);
        }
        for (const probe of PROBES) {
          const port = portOf(container[probe]);
          if (port !== undefined && !isPort(port)) reportPort(entry, port, `${place.at}.${probe}`, report);
        }
      }
    }
    for (const entry of cluster.ofKind('Service')) {
      for (const port of specOf<Partial<ServiceSpec>>(entry).ports ?? []) checkServicePort(entry, port, report);
    }
    for (const entry of cluster.ofKind('networking.k8s.io/NetworkPolicy')) {
      const { ingress, egress } = specOf<NetworkPolicySpec>(entry);
      checkPolicyPorts(entry, ingress, report);
      checkPolicyPorts(entry, egress, report);
    }
  },
};

function checkServicePort(entry: Entry, { name, port, targetPort, nodePort }: ServicePort, report: Report): void {
  const at = `spec.ports[${name ?? port}]`;
  if (!isPort(port)) reportPort(entry, port, `${at}.port`, report);
  if (name !== undefined && !DNS_LABEL.test(name)) reportPort(entry, name, `${at}.name`, report);
  if (targetPort !== undefined && !isPort(targetPort)) reportPort(entry, targetPort, `${at}.targetPort`, report);
  if (nodePort !== undefined) checkNodePort(entry, nodePort, `${at}.nodePort`, report);
}

type PolicyRules = readonly { readonly ports?: readonly NetworkPolicyPort[] }[];

function checkPolicyPorts(entry: Entry, rules: PolicyRules | undefined, report: Report): void {
  for (const { ports } of rules ?? []) {
    for (const { port } of ports ?? [])
      if (port !== undefined && !isPort(port)) reportPort(entry, port, 'spec', report);
  }
}

const PROBES = ['startupProbe', 'readinessProbe', 'livenessProbe'] as const;

const portOf = (probe: Probe | undefined) => probe?.httpGet?.port ?? probe?.tcpSocket?.port ?? probe?.grpc?.port;

/** A number from 1 to 65535, or a port's name: at most 15 lower-case letters, digits and single dashes, a letter among them. */
function isPort(port: number | string): boolean {
  if (typeof port === 'number') return Number.isInteger(port) && port >= 1 && port <= 65535;
  return NAMES.has(port) || isPortName(port);
}

/** The usual ones. */
const NAMES: ReadonlySet<string> = new Set(['http', 'https', 'grpc', 'tcp', 'udp', 'metrics']);

function isPortName(port: string): boolean {
  return /^(?=.*[a-z])(?!.*--)[a-z0-9](?:[-a-z0-9]{0,13}[a-z0-9])?$/.test(port);
}

function reportPort(entry: Entry, port: number | string, at: string, report: Report): void {
  report(entry, {
    message: `${describe(entry.object)}: ${typeof port === 'number' ? port : `"${port}"`} in ${at} is no port.`,
    fix: 'A number from 1 to 65535; a port’s name has at most 15 lower-case letters, digits and dashes, with a letter among them.',
    section: at,
  });
}

function checkNodePort(entry: Entry, port: number, at: string, report: Report): void {
  if (port >= 30000 && port <= 32767) return;
  report(entry, {
    message: `${describe(entry.object)}: nodePort ${port} is outside the range of node ports.`,
    fix: 'A number from 30000 to 32767, or none: Kubernetes then chooses.',
    section: at,
  });
}
