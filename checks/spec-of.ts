import type { Entry } from '../fleet/model';
import { specOfObject } from '../fleet/object';

/** An entry's spec, read as a rule expects it. The schema rules tell of what is not as it should be. */
export const specOf = <T extends object>({ object }: Entry): T => specOfObject<T>(object);
