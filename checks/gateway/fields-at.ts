/** A path as steps: `spec.rules[].filters[].cors`; `[]` goes through a list. */
type FieldPath = readonly string[];

/** Every item of a list. */
const EACH = '[]';

const paths = new Map<string, FieldPath>();

function stepsOf(path: string): FieldPath {
  const known = paths.get(path);
  if (known) return known;
  const steps = path.split('.').flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -2), EACH] : [step]));
  paths.set(path, steps);
  return steps;
}

/** What stands at a path of an object, wherever it does. */
export function fieldsAt(object: unknown, path: string): unknown[] {
  const found: unknown[] = [];
  collect(object, stepsOf(path), 0, found);
  return found;
}

/** Whether something stands at a path of an object. */
export function hasFieldAt(object: unknown, path: string): boolean {
  return isThere(object, stepsOf(path), 0);
}

function isThere(value: unknown, steps: FieldPath, at: number): boolean {
  if (value === undefined || value === null) return false;
  const step = steps[at];
  if (step === undefined) return true;
  if (step === EACH) return Array.isArray(value) && value.some((item) => isThere(item, steps, at + 1));
  return typeof value === 'object' && isThere((value as Record<string, unknown>)[step], steps, at + 1);
}

function collect(value: unknown, steps: FieldPath, at: number, found: unknown[]): void {
  if (value === undefined || value === null) return;
  const step = steps[at];
  if (step === undefined) found.push(value);
  else if (step === EACH) {
    if (Array.isArray(value)) for (const item of value) collect(item, steps, at + 1, found);
  } else if (typeof value === 'object') collect((value as Record<string, unknown>)[step], steps, at + 1, found);
}
