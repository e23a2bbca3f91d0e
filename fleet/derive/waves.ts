/** What each application waits for, and why. */
export type Edges = Map<string, Map<string, string>>;

/** Minus the longest path to what waits for each; a circle is told once, and its last edge ignored. */
export function wavesOf(edges: Edges, onCycle: (cycle: string[]) => void): Map<string, number> {
  const waiting = new Map<string, string[]>();
  for (const [name, before] of edges) {
    for (const other of before.keys()) waiting.set(other, [...(waiting.get(other) ?? []), name]);
  }
  const waves = new Map<string, number>();
  const open: string[] = [];
  const visit = (name: string): number => {
    const known = waves.get(name);
    if (known !== undefined) return known;
    if (open.includes(name)) {
      onCycle([...open.slice(open.indexOf(name)), name].reverse());
      return 1;
    }
    open.push(name);
    const wave = Math.min(1, ...(waiting.get(name) ?? []).map(visit)) - 1;
    open.pop();
    waves.set(name, wave);
    return wave;
  };
  for (const name of edges.keys()) visit(name);
  return waves;
}

/** Whether an application waits for another, over however many. */
export function waitsFor(edges: Edges, name: string, other: string, seen = new Set<string>()): boolean {
  if (seen.has(name)) return false;
  seen.add(name);
  for (const before of edges.get(name)?.keys() ?? []) {
    if (before === other || waitsFor(edges, before, other, seen)) return true;
  }
  return false;
}
