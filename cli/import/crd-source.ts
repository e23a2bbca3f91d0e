/**
 * Where the CustomResourceDefinitions of a system come from, pinned. A system says it in
 * `constructs/<system>/crds.ts`, and `npm run import` reads them all.
 */
export interface CrdSource {
  /** The system's name: the folder below `--from DIR`, and the name in the generated header. */
  readonly system: string;
  /** GitHub `owner/name`. */
  readonly repository: string;
  /** The release tag. */
  readonly tag: string;
  /** The wanted CRDs: the CRD's name (`<plural>.<group>`) to its file in the repository. */
  readonly files: Readonly<Record<string, string>>;
  /**
   * Paths in the schema, by CRD name, that become "any object": where recursion or repetition explodes, and
   * what a manifest in git never says. `*` stands for any property, `[]` for the items of a list.
   * @default - nothing is cut but `status`
   */
  readonly cut?: Readonly<Record<string, readonly string[]>>;
  /**
   * The versions that classes are generated of, by CRD name; the first gets the bare name. The schemas are of all that are
   * served.
   * @default - those that are served, the storage version first
   */
  readonly versions?: Readonly<Record<string, readonly string[]>>;
}

/** The public address of one of a source's files. */
export function rawUrl(source: CrdSource, path: string): string {
  return `https://raw.githubusercontent.com/${source.repository}/${source.tag}/${path}`;
}
