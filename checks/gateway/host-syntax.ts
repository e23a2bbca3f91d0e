import { isValid } from 'ipaddr.js';
import type { Entry } from '../../fleet/model';
import { isDnsSubdomain } from '../../fleet/names';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { listenersOf } from './listeners';
import { ROUTES, routeSpec } from './shapes';

export const hostSyntax: Rule = {
  id: 'gateway/host-syntax',
  holds: 'hosts, and names and ports of listeners, are what the API takes',
  category: 'schema',
  effect: 'The API server refuses the object, with all its listeners or rules.',
  source: 'Gateway API v1.6.1, apis/v1/shared_types.go: Hostname, SectionName, PortNumber',
  check(cluster, report) {
    const wrong = (entry: Entry, text: string, fix: string, section: string) =>
      report(entry, { message: `${describe(entry.object)}: ${text}.`, fix, section });
    for (const { owner, label, name, hostname, port } of listenersOf(cluster)) {
      const at = `spec.listeners[${name}]`;
      const isNamed = typeof name === 'string' && isDnsSubdomain(name);
      if (!isNamed) {
        const message = `${describe(owner.object)}: a listener is named "${name}".`;
        report(owner, {
          message,
          fix: 'Lower-case letters, digits and dashes.',
          section: at,
          ...(name && { wrongName: String(name) }),
        });
      }
      // A host that is made from the listener's name is as wrong as that.
      if (hostname && !isHost(hostname) && (isNamed || !hostname.startsWith(`${name}.`)))
        wrong(owner, `${label} has the host "${hostname}", which is none`, HOST_FIX, `${at}.hostname`);
      if (!Number.isInteger(port) || Number(port) < 1 || Number(port) > 65535) {
        wrong(owner, `${label} has the port ${port}`, 'A number from 1 to 65535.', `${at}.port`);
      }
    }
    for (const kind of ROUTES) {
      for (const route of cluster.ofKind(kind)) {
        for (const host of routeSpec(route).hostnames ?? []) {
          // Addresses of TLS routes are told by gateway/stream-rules.
          if (isHost(host) || (kind.endsWith('TLSRoute') && isAddress(host))) continue;
          wrong(route, `"${host}" is no host`, HOST_FIX, 'spec.hostnames');
        }
      }
    }
  },
};

const HOST_FIX = 'Write the host alone, in lower case: "app.example.com", or "*.example.com" for all below.';

/** A host, or a wildcard for those below one; no address, port or scheme. */
function isHost(text: string): boolean {
  const host = text.startsWith('*.') ? text.slice(2) : text;
  return isDnsSubdomain(host) && !isAddress(host);
}

/** Only what ends like one is asked: parsing throws, and names are many. */
const isAddress = (text: string) => /[0-9]$|:/.test(text) && isValid(text);
