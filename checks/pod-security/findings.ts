import { baselineFindings } from './baseline';
import type { Pod, PodFinding } from './pod';
import { restrictedFindings } from './restricted';

/** What a level of the Pod Security Standards does not allow of a Pod; a level that nobody knows allows all. */
export function* podSecurityFindings(level: string | undefined, pod: Pod): Iterable<PodFinding> {
  if (level !== 'baseline' && level !== 'restricted') return;
  yield* baselineFindings(pod);
  if (level === 'restricted') yield* restrictedFindings(pod);
}
