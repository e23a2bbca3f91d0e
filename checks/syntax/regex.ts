import { re2 } from './re2';

/** What RE2 has against a pattern; undefined where it takes it. */
export function regexProblem(pattern: string): string | undefined {
  try {
    re2().compile(pattern);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
