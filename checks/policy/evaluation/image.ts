/** An image's reference, in its parts. */
export interface ImageParts {
  readonly registry: string;
  /** The path in the registry: `library/nginx`. */
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

/**
 * Reads an image's reference as container runtimes do: the part before the first slash is a registry where it has a dot, a
 * port, or is localhost; else the registry is Docker Hub. Source: distribution/reference v0.6.
 * @returns undefined where it is none
 */
export function parseImage(text: string): ImageParts | undefined {
  const match = IMAGE.exec(text);
  if (!match) return undefined;
  const [, name = '', tag, digest] = match;
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  const named = /[.:]/.test(first) || first === 'localhost';
  const registry = named ? first : 'docker.io';
  const path = named ? name.slice(slash + 1) : name;
  const repository = registry === 'docker.io' && !path.includes('/') ? `library/${path}` : path;
  return { registry, repository, ...(tag ? { tag } : {}), ...(digest ? { digest } : {}) };
}

const IMAGE =
  /^((?:[A-Za-z0-9.-]+(?::\d+)?\/)?[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*)(?::([\w][\w.-]{0,127}))?(?:@([A-Za-z][A-Za-z0-9]*:[0-9a-fA-F]{32,}))?$/;
