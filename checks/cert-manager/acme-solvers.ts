import { describe } from '../../fleet/object';
import { type Fields, listAt, mapAt } from '../fields';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';

export const acmeSolvers: Rule = {
  id: 'cert-manager/acme-solvers',
  holds: 'an ACME issuer has a way to prove whose a name is',
  effect:
    'The Order fails: "no configured challenge solvers can be used for this challenge"; no certificate is ever made.',
  source: 'cert-manager v1.21.1, pkg/controller/acmeorders/util.go: partialChallengeSpecForAuthorization',
  check(cluster, report) {
    for (const kind of ['Issuer', 'ClusterIssuer']) {
      for (const entry of cluster.ofKind(`cert-manager.io/${kind}`)) {
        const acme = mapAt(specOf<Fields>(entry), 'acme');
        if (!acme || listAt(acme, 'solvers').length > 0) continue;
        report(entry, {
          message: `${describe(entry.object)} asks an ACME server and has no solvers.`,
          fix: 'Add one under `acme.solvers`: http01 by a Gateway, or dns01.',
          section: 'spec.acme.solvers',
        });
      }
    }
  },
};
