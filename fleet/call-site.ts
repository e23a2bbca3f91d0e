/**
 * The line of the user's code in a stack: the first frame in `clusters/` or `apps/` (and then the one in `clusters/`
 * that uses it), else the first that is neither the engine's, a construct's nor a dependency's.
 */
export function callSite(stack: string | undefined): string | undefined {
  const frames = (stack ?? '')
    .split('\n')
    .slice(1)
    .map(position)
    .filter((p) => p !== undefined);
  const own = frames.find((p) => /^(?:clusters|apps)\//.test(p));
  // What several clusters share is used by one of them: its line is where the mistake may be.
  const user = own?.startsWith('apps/') ? frames.find((p) => p.startsWith('clusters/')) : undefined;
  return (
    (user ? `${own}, used at ${user}` : own) ??
    frames.find((p) => !/^(?:node:|fleet\/|constructs\/|checks\/|cli\/|.*node_modules\/)/.test(p))
  );
}

/** `    at new X (…/clusters/oden.ts:3:5)` → `clusters/oden.ts:3:5`. */
function position(frame: string): string | undefined {
  const match = /\(?((?:[^\s()]|\s)+:\d+:\d+)\)?$/.exec(frame.replace(/^\s*at (?:.* \()?/, ''));
  const root = `${process.cwd()}/`;
  return match?.[1]?.startsWith(root) ? match[1].slice(root.length) : match?.[1];
}

/** Runs a function with stacks deep enough to reach the user's code through nested constructs. */
export function withDeepStacks<T>(run: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 60;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
