import type { Entry } from '../fleet/model';

/** An object's spec, read as a rule expects it; empty where it is no map. The schema rules tell of what is not as it should be. */
export function specOf<T extends object>({ object }: Entry): T {
  return (typeof object['spec'] === 'object' && object['spec'] !== null ? object['spec'] : {}) as T;
}
