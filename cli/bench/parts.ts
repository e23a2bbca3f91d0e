import { check } from '../../checks';
import { collect } from '../../fleet/collect';
import { derive } from '../../fleet/derive';
import { layOut } from '../../fleet/layout';
import { BenchCluster, benchFleet } from './engine';
import type { Size } from './tree';

/** What building a fleet is made of, in seconds: the same steps as fleet/build.ts takes, each with a clock. */
export interface Parts {
  /** Constructs, and plain objects of them. */
  readonly construct: number;
  /** Applications, AppProjects, waves. */
  readonly derive: number;
  /** Every rule. */
  readonly check: number;
  /** YAML. */
  readonly serialise: number;
}

/** Builds the benchmark's fleet, in this process. @throws Error where a rule finds something */
export function timeParts(size: Size): Parts {
  const parts = { construct: 0, derive: 0, check: 0, serialise: 0 };
  const timed = <T>(part: keyof Parts, run: () => T): T => {
    const start = performance.now();
    const result = run();
    parts[part] += (performance.now() - start) / 1000;
    return result;
  };
  for (let i = 0; i < size.clusters; i++) {
    const model = timed('construct', () => collect(new BenchCluster(benchFleet, i, size)));
    const derived = timed('derive', () => derive(model));
    const entries = [...derived.entries, ...model.applications.flatMap((a) => a.objects)];
    const [finding] = timed('check', () => check(model, entries));
    if (finding) throw new Error(finding.message);
    timed('serialise', () => layOut(model, derived.entries, []));
  }
  return parts;
}
