import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { ROUTES, routeSpec } from './shapes';

export const parentDistinct: Rule = {
  id: 'gateway/parent-distinct',
  holds: 'references to one parent name different listeners',
  category: 'schema',
  effect: 'The API server refuses the route.',
  source: 'Gateway API v1.6.1, config/crd: validation of spec.parentRefs',
  check(cluster, report) {
    const experimental = cluster.facts.gatewayApi?.channel === 'experimental';
    for (const kind of ROUTES) {
      for (const route of cluster.ofKind(kind)) {
        const { parentRefs = [] } = routeSpec(route);
        if (parentRefs.length < 2) continue;
        const home = route.object.metadata.namespace;
        const seen = new Map<string, (string | undefined)[]>();
        for (const { kind: parent = 'Gateway', namespace = home, name, sectionName, port } of parentRefs) {
          const key = `${parent} ${namespace}/${name}`;
          // The experimental channel tells them apart by port, too.
          const section = experimental && port !== undefined ? `${sectionName ?? ''}:${port}` : sectionName;
          seen.set(key, [...(seen.get(key) ?? []), section]);
        }
        for (const [parent, sections] of seen) {
          if (sections.length < 2 || (new Set(sections).size === sections.length && !sections.includes(undefined)))
            continue;
          report(route, {
            message: `${describe(route.object)} names ${parent} ${sections.length} times.`,
            fix: 'Give each reference a `sectionName` of its own.',
            section: 'spec.parentRefs',
          });
        }
      }
    }
  },
};
