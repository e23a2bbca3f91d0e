/** What a policy says of an object. What cannot be decided from the repository is never taken for a pass. */
export type Verdict =
  | { readonly result: 'pass' }
  | { readonly result: 'fail'; readonly message: string; readonly broken?: boolean }
  | { readonly result: 'skip'; readonly reason: string }
  | { readonly result: 'undecidable'; readonly reason: string };

export const pass: Verdict = { result: 'pass' };
export const fail = (message: string): Verdict => ({ result: 'fail', message });
/** The object is refused, and it is the policy that is at fault. */
export const broken = (message: string): Verdict => ({ result: 'fail', message, broken: true });
export const skip = (reason: string): Verdict => ({ result: 'skip', reason });
export const undecidable = (reason: string): Verdict => ({ result: 'undecidable', reason });

/** Thrown where a policy asks what only the running cluster knows. */
export class Undecidable extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'Undecidable';
  }
}

/** Goes on after what cannot be decided, since another part may decide all the same. */
export class Undecided {
  private first: Undecidable | undefined;

  /** A part's answer; undefined where it cannot be decided. */
  ask<T>(part: () => T): T | undefined {
    try {
      return part();
    } catch (error) {
      if (!(error instanceof Undecidable)) throw error;
      this.first ??= error;
      return undefined;
    }
  }

  /** Nothing was decided by a part. @throws Undecidable where one could not be */
  settle(): void {
    if (this.first) throw this.first;
  }
}

/** A verdict, whatever the evaluation throws: what cannot be known is undecidable, all else is an error of the policy. */
export function deciding(evaluate: () => Verdict): Verdict {
  try {
    return evaluate();
  } catch (error) {
    const reason = undecidableIn(error);
    if (reason !== undefined) return undecidable(reason);
    throw error;
  }
}

/** The reason of an Undecidable, also where a library has wrapped it. */
export function undecidableIn(error: unknown): string | undefined {
  for (let e = error; e instanceof Error; e = e.cause) if (e instanceof Undecidable) return e.message;
  return undefined;
}
