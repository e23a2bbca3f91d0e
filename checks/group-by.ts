/** Items by what they have in common. */
export function groupBy<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const common = key(item);
    const group = groups.get(common);
    if (group) group.push(item);
    else groups.set(common, [item]);
  }
  return groups;
}
