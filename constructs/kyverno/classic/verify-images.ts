/** Images that have to be signed; an audited rule changes none, so it never writes digests. */
export type VerifyImages = {
  /** Images that are looked at, with `*`. */
  readonly imageReferences: readonly [string, ...string[]];
  readonly attestors: readonly [ClassicAttestor, ...ClassicAttestor[]];
  /** Whether the image's digest has to be said. @default true */
  readonly verifyDigest?: boolean;
  /** Whether an image that was looked at nowhere is refused. @default true */
  readonly required?: boolean;
} & (
  | { readonly failureAction: 'Audit'; readonly mutateDigest?: never }
  /** @default - mutateDigest: true */
  | { readonly failureAction: 'Enforce'; readonly mutateDigest?: boolean }
);

export type ClassicAttestor =
  | { readonly keyless: { readonly subject: string; readonly issuer: string } }
  /** The public key, in PEM. */
  | { readonly key: string };

export function verifyImagesSpec(verify: VerifyImages): object {
  const { imageReferences, attestors, failureAction, verifyDigest = true, required = true } = verify;
  return {
    imageReferences: [...imageReferences],
    failureAction,
    mutateDigest: failureAction === 'Enforce' && (verify.mutateDigest ?? true),
    verifyDigest,
    required,
    attestors: attestors.map((attestor) => ({
      entries: [
        'key' in attestor
          ? { keys: { publicKeys: attestor.key } }
          : { keyless: { ...attestor.keyless, rekor: { url: 'https://rekor.sigstore.dev' } } },
      ],
    })),
  };
}
