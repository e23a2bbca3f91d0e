import type { Rule } from '../rule';
import { reportProblems } from './problems';

export const unknownField: Rule = {
  id: 'schema/unknown-field',
  holds: 'no field that the schema, or the cluster’s Kubernetes, does not know',
  category: 'schema',
  effect:
    'A field that the API does not know is dropped without a word, or refused (strict decoding); what it was to do does not happen.',
  source: 'the CRDs of the pinned releases, and the Kubernetes 1.36 OpenAPI document (imports/*.schema.jsonc)',
  disagrees:
    'Envoy Gateway’s translator tests (v1.9.0) begin behind the API server, and decode fields in any case. Their clean cases with `Name` or `AppProtocols` have a field that the API server drops: the object is another than the one written.',
  check(cluster, report) {
    reportProblems(cluster, 'unknown', report);
  },
};
