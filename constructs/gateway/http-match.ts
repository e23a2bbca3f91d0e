/** A value that a header or query parameter must have. */
export interface ValueMatch {
  readonly name: string;
  readonly value: string;
  /** `RegularExpression` is RE2's, not JavaScript's. @default Exact */
  readonly type?: 'Exact' | 'RegularExpression';
}

/** What a request must be like for a rule: all of it. */
export type HttpMatch = Conditions & PathCondition;

/** One way to look at the path. */
type PathCondition =
  | {
      /** Segments from the beginning: `/map` takes `/map/x`, but not `/maps`. */
      readonly pathPrefix?: string;
      readonly path?: never;
      readonly pathRegex?: never;
    }
  | {
      /** The whole path. */
      readonly path: string;
      readonly pathPrefix?: never;
      readonly pathRegex?: never;
    }
  | {
      /** RE2 over the whole path. */
      readonly pathRegex: string;
      readonly pathPrefix?: never;
      readonly path?: never;
    };

interface Conditions {
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'CONNECT' | 'OPTIONS' | 'TRACE' | 'PATCH';
  readonly headers?: readonly ValueMatch[];
  readonly queryParams?: readonly ValueMatch[];
}

/** A match as the API has it. A path that is not said is the prefix `/`. */
export function toMatch({ pathPrefix, path, pathRegex, method, headers, queryParams }: HttpMatch): object {
  return { path: pathMatch(pathPrefix, path, pathRegex), method, headers, queryParams };
}

function pathMatch(prefix?: string, exact?: string, regex?: string): object | undefined {
  if (exact !== undefined) return { type: 'Exact', value: exact };
  if (regex !== undefined) return { type: 'RegularExpression', value: regex };
  return prefix === undefined ? undefined : { type: 'PathPrefix', value: prefix };
}
