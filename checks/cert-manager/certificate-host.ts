import { describe } from '../../fleet/object';
import { certifies, covers } from '../gateway/hostnames';
import { listenersOf } from '../gateway/listeners';
import type { Rule } from '../rule';
import { type Certificate, certificatesOf } from './shapes';

export const certificateHost: Rule = {
  id: 'cert-manager/certificate-host',
  holds: 'a listener’s certificate is for its host',
  category: 'reference',
  effect: 'Browsers refuse it: the certificate is for another name. Nothing in the cluster reports it.',
  source: 'Gateway API v1.6.1, Listener.hostname and tls.certificateRefs; RFC 6125, wildcards stand for one label',
  check(cluster, report) {
    const certificates = certificatesOf(cluster);
    for (const { owner, name, label, hostname, tls } of listenersOf(cluster)) {
      if (!hostname) continue;
      const home = owner.object.metadata.namespace;
      const made = (tls?.certificateRefs ?? []).map((ref) =>
        certificates.find(({ secret }) => secret === `${ref.namespace ?? home}/${ref.name}`),
      );
      // A Secret of somebody else may be for any name.
      if (made.length === 0 || made.includes(undefined)) continue;
      const names = made.flatMap((certificate) => (certificate ? namesOf(certificate) : []));
      // For a wildcard's hosts one by one is enough.
      if (names.some((known) => certifies(known, hostname) || covers(hostname, known))) continue;
      report(owner, {
        message: `${describe(owner.object)}: ${label} serves ${hostname}, and its certificate is for ${names.join(', ')}.`,
        fix: `Add "${hostname}" to the \`dnsNames\` of ${made[0] && describe(made[0].entry.object)}.`,
        section: `spec.listeners[${name}].tls`,
      });
    }
  },
};

const namesOf = ({ spec: { dnsNames = [], commonName } }: Certificate) =>
  commonName ? [...dnsNames, commonName] : dnsNames;
