const patterns = new Map<string, RegExp>();

/** Whether a text is of a pattern in which `*` stands for any characters and `?` for one. */
export function matchesWildcard(pattern: string, text: string): boolean {
  if (pattern === '*' || pattern === text) return true;
  if (!hasWildcard(pattern)) return false;
  let regex = patterns.get(pattern);
  if (regex === undefined) {
    const source = pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
    regex = new RegExp(`^${source}$`, 's');
    patterns.set(pattern, regex);
  }
  return regex.test(text);
}

export const hasWildcard = (text: string) => text.includes('*') || text.includes('?');
