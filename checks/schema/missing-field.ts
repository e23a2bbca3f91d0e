import type { Rule } from '../rule';
import { reportProblems } from './problems';

export const missingField: Rule = {
  id: 'schema/missing-field',
  holds: 'what the schema requires is there',
  category: 'schema',
  effect: 'The API server refuses the object: Required value.',
  source: 'the CRDs of the pinned releases, and the Kubernetes 1.36 OpenAPI document (imports/*.schema.jsonc)',
  disagrees:
    'Envoy Gateway’s translator tests (v1.9.0) begin behind the API server, and decode fields in any case. Some of their clean cases write `Name` for `name`, or an EnvoyProxy without `spec`: the CRDs of the same release require both, and custom resources know no other case.',
  check(cluster, report) {
    reportProblems(cluster, 'missing', report);
  },
};
