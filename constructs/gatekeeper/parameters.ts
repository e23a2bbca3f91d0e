/** What a parameter of a ConstraintTemplate may be: the part of OpenAPI that templates use. */
export type ParameterSchema =
  | { readonly type: 'string'; readonly enum?: readonly string[]; readonly pattern?: string }
  | { readonly type: 'integer'; readonly minimum?: number; readonly maximum?: number }
  | { readonly type: 'number'; readonly minimum?: number; readonly maximum?: number }
  | { readonly type: 'boolean' }
  | { readonly type: 'array'; readonly items: ParameterSchema }
  | {
      readonly type: 'object';
      readonly properties: Readonly<Record<string, ParameterSchema>>;
      readonly required?: readonly string[];
    };

/** A template's parameters, by name. */
export type ParameterSchemas = Readonly<Record<string, ParameterSchema>>;

/** A value that fits a schema. */
type ValueOf<S> = S extends { readonly type: 'string'; readonly enum: readonly (infer E)[] }
  ? E
  : S extends { readonly type: 'string' }
    ? string
    : S extends { readonly type: 'integer' | 'number' }
      ? number
      : S extends { readonly type: 'boolean' }
        ? boolean
        : S extends { readonly type: 'array'; readonly items: infer I }
          ? readonly ValueOf<I>[]
          : S extends { readonly type: 'object'; readonly properties: infer P }
            ? { readonly [K in keyof P]?: ValueOf<P[K]> }
            : never;

/** A constraint's parameters, as its template declares them. */
export type ParametersOf<S extends ParameterSchemas> = { readonly [K in keyof S]: ValueOf<S[K]> };
