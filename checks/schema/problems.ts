import { sentence } from '../../fleet/did-you-mean';
import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import { memo } from '../memo';
import type { Report } from '../rule';
import { schemaOf } from './schemas';
import { type Problem, Validator } from './validate';

interface Found {
  readonly entry: Entry;
  readonly problem: Problem;
}

/** Every object against its kind's schema, once for all rules. */
const problemsOf = memo((cluster): readonly Found[] => find(cluster));

function find(cluster: ClusterView): Found[] {
  const found: Found[] = [];
  const validator = new Validator(cluster.facts.kubernetes);
  for (const key of cluster.kinds()) {
    let apiVersion: string | undefined;
    let schema: ReturnType<typeof schemaOf>;
    for (const entry of cluster.ofKind(key)) {
      const { object } = entry;
      if (object.apiVersion !== apiVersion) {
        apiVersion = object.apiVersion;
        schema = schemaOf(apiVersion, object.kind);
      }
      if (!schema) continue;
      for (const problem of validator.problemsOf(object, schema)) found.push({ entry, problem });
    }
  }
  return found;
}

/** Tells the problems of one sort. */
export function reportProblems(cluster: ClusterView, what: Problem['what'], report: Report): void {
  for (const { entry, problem } of problemsOf(cluster)) {
    if (problem.what !== what) continue;
    const { at, message, fix } = problem;
    report(entry, {
      message: `${describe(entry.object)}: ${at || 'it'} ${sentence(message).replace('.. ', '. ')}`,
      fix,
      section: at,
    });
  }
}
