import type { Rule } from '../rule';
import { reportProblems } from './problems';

export const fieldValue: Rule = {
  id: 'schema/field-value',
  holds: 'values keep to the schema’s enums, bounds, patterns and unique keys',
  category: 'schema',
  effect: 'The API server refuses the object: Invalid value.',
  source:
    'the CRDs of the pinned releases, and the Kubernetes 1.36 OpenAPI document (imports/*.schema.jsonc) with what pkg/apis/*/validation (v1.36) knows besides',
  disagrees:
    'Some clean cases of Envoy Gateway’s translator tests (v1.9.0), which begin behind the API server, have values that the CRDs of the same release refuse: a delay of `5.4s`, one name twice in a list that is a map or a set.',
  check(cluster, report) {
    reportProblems(cluster, 'value', report);
  },
};
