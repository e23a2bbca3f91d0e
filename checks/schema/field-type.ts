import type { Rule } from '../rule';
import { reportProblems } from './problems';

export const fieldType: Rule = {
  id: 'schema/field-type',
  holds: 'values are of the types that the kind’s schema has',
  category: 'schema',
  effect: 'The API server refuses the object: it cannot read the value.',
  source: 'the CRDs of the pinned releases, and the Kubernetes 1.36 OpenAPI document (imports/*.schema.jsonc)',
  check(cluster, report) {
    reportProblems(cluster, 'type', report);
  },
};
