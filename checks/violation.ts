import { sentence } from '../fleet/did-you-mean';
import type { Entry } from '../fleet/model';
import { describe } from '../fleet/object';
import type { FieldProblem } from './fields';
import type { Violation } from './rule';

/** What is wrong at a field of an object, as a rule reports it. */
export function violation(
  entry: Entry,
  { at, what, ...rest }: FieldProblem & Pick<Violation, 'severity' | 'effect' | 'reason' | 'also'>,
): Violation {
  return { ...rest, message: `${describe(entry.object)} ${sentence(what)}`, section: at };
}
