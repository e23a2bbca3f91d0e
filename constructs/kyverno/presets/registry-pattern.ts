const DOCKER_HUB = 'docker.io';

/**
 * A pattern (RE2) of the images of registries. The first part of an image's name is a registry where it has a dot or a port, or
 * is localhost; else the image is of docker.io, in `library/` where it has one part only.
 */
export function registryPattern(registries: readonly string[]): string {
  return `^(${registries.flatMap(formsOf).join('|')})`;
}

function formsOf(registry: string): string[] {
  const prefix = registry.replace(/\/+$/, '');
  const written = `${literal(prefix)}/`;
  if (prefix === DOCKER_HUB) return [written, '[^/]+$', '[^./:]+/'];
  if (!prefix.startsWith(`${DOCKER_HUB}/`)) return [written];
  const path = prefix.slice(DOCKER_HUB.length + 1);
  return path === 'library' ? [written, 'library/', '[^/]+$'] : [written, `${literal(path)}/`];
}

/** As text of CEL in single quotes: a class instead of a backslash. */
const literal = (text: string) => text.replace(/[.+*?()|[\]{}^$\\]/g, (c) => `[${c}]`);
