/** A container image: what a registry is asked for. */
export type Image = string & { readonly __image: true };

/** `[registry/]repository:tag@sha256:…`, as the distribution specification has it. */
const REFERENCE =
  /^(?<repository>(?:[a-z0-9.-]+(?::[0-9]+)?\/)?[a-z0-9]+(?:(?:\.|_|__|-+|\/)[a-z0-9]+)*):(?<tag>[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})(?:@(?<digest>sha256:[a-f0-9]{64}))?$/;

/**
 * An image by tag and digest, in one string that Renovate finds and updates (see renovate.json):
 * `image('docker.io/library/busybox:1.38.0@sha256:…')`. The tag says which release it is, the digest makes it that
 * one and no other.
 * @throws Error for a reference without a tag or a digest, with `latest`, or that is none
 */
export function image(reference: string): Image {
  const parts = REFERENCE.exec(reference)?.groups;
  if (!parts) {
    throw new Error(`"${reference}" is no image with a tag: write [registry/]repository:tag@sha256:digest.`);
  }
  if (parts['tag'] === 'latest') {
    throw new Error(`"${reference}" is whatever was pushed last: name a release's tag, and its digest.`);
  }
  if (!parts['digest']) {
    throw new Error(
      `"${reference}" may be another image tomorrow: add its digest, ${reference}@sha256:… (\`docker buildx imagetools inspect\` shows it).`,
    );
  }
  return reference as Image;
}
