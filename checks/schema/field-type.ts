import type { Rule } from '../rule';
import { reportProblems } from './problems';

export const fieldType: Rule = {
  id: 'schema/field-type',
  holds: 'values are of the types that the kind’s schema has',
  category: 'schema',
  effect: 'The API server refuses the object: it cannot read the value.',
  source: 'the CRDs of the pinned releases, and the Kubernetes 1.36 OpenAPI document (imports/*.schema.jsonc)',
  disagrees:
    'Two clean cases of Envoy Gateway’s translator tests (v1.9.0), which begin behind the API server, match a query by the number 1234, where the CRD of Gateway API has a text.',
  check(cluster, report) {
    reportProblems(cluster, 'type', report);
  },
};
