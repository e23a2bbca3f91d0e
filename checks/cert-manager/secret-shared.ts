import { describe } from '../../fleet/object';
import { groupBy } from '../group-by';
import type { Rule } from '../rule';
import { certificatesOf } from './shapes';

export const secretShared: Rule = {
  id: 'cert-manager/secret-shared',
  holds: 'a Secret is one Certificate’s',
  effect:
    'The Certificates issue in turn for ever, each over the other’s (IncorrectCertificate), until the issuer’s limit is reached.',
  source:
    'cert-manager v1.21.1, pkg/controller/certificates/trigger/policies: SecretOwnerReferencesMismatch, DuplicateSecretName',
  check(cluster, report) {
    const named = certificatesOf(cluster).filter(({ spec }) => spec.secretName);
    for (const [secret, [first, ...others]] of groupBy(named, (certificate) => certificate.secret)) {
      for (const other of others) {
        report(other.entry, {
          message: `${describe(other.entry.object)} writes the Secret "${secret.split('/')[1]}", which ${first ? describe(first.entry.object) : 'another'} writes.`,
          fix: 'Give each a `secretName` of its own, or put the names into one Certificate.',
          section: 'spec.secretName',
        });
      }
    }
  },
};
