import type { Rule } from '../rule';
import { reportProblems } from './problems';

export const missingField: Rule = {
  id: 'schema/missing-field',
  holds: 'what the schema requires is there',
  category: 'schema',
  effect: 'The API server refuses the object: Required value.',
  source: 'the CRDs of the pinned releases, and the Kubernetes 1.36 OpenAPI document (imports/*.schema.jsonc)',
  check(cluster, report) {
    reportProblems(cluster, 'missing', report);
  },
};
