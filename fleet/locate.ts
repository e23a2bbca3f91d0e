import { type Construct, Node } from 'constructs';
import type { ClusterFactory } from './build';
import { callSite, withDeepStacks } from './call-site';
import type { Finding } from './finding';
import type { Fleet } from './fleet';

/**
 * Finds the line that made each construct at fault. Stacks cost seconds on a large fleet, so none is taken on a
 * clean run: only where there are findings is the cluster built once more, with a stack at those constructs.
 */
export function locate(findings: readonly Finding[], factory: ClusterFactory, fleet: Fleet): Finding[] {
  const wanted = new Set(findings.filter((f) => !f.location && f.path).map((f) => f.path ?? ''));
  if (wanted.size === 0) return [...findings];
  const places = placesOf(wanted, factory, fleet);
  return findings.map((f) => (f.location ? f : { ...f, location: places.get(f.path ?? '') }));
}

interface NodeInternals {
  addChild(child: Construct, id: string): void;
}

function placesOf(wanted: ReadonlySet<string>, factory: ClusterFactory, fleet: Fleet): Map<string, string | undefined> {
  const places = new Map<string, string | undefined>();
  // Constructs have no hook for "made"; every one of them, raw ApiObjects too, is added to its parent's node.
  const internals = Node.prototype as unknown as NodeInternals;
  const addChild = internals.addChild;
  internals.addChild = function (this: Node, child, id) {
    const root = this.root as Construct & { name?: string };
    const path = [root.name, this.path, id].filter(Boolean).join('/');
    if (wanted.has(path))
      places.set(
        path,
        withDeepStacks(() => callSite(new Error().stack)),
      );
    addChild.call(this as unknown as NodeInternals, child, id);
  };
  try {
    factory(fleet);
  } catch {
    // It was built before; what it throws now was told then.
  } finally {
    internals.addChild = addChild;
  }
  return places;
}
