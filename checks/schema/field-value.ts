import type { Rule } from '../rule';
import { reportProblems } from './problems';

export const fieldValue: Rule = {
  id: 'schema/field-value',
  holds: 'values keep to the schema’s enums, bounds, patterns and unique keys',
  category: 'schema',
  effect: 'The API server refuses the object: Invalid value.',
  source:
    'the CRDs of the pinned releases, and the Kubernetes 1.36 OpenAPI document (imports/*.schema.jsonc) with what pkg/apis/*/validation (v1.36) knows besides',
  check(cluster, report) {
    reportProblems(cluster, 'value', report);
  },
};
