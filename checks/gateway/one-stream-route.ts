import { describe } from '../../fleet/object';
import { groupBy } from '../group-by';
import type { Rule } from '../rule';
import { attachmentsOf } from './attachments';

export const oneStreamRoute: Rule = {
  id: 'gateway/one-stream-route',
  holds: 'a TCP or UDP listener has one route, and each such route names its listener',
  effect: 'Every route is Accepted, but only the oldest serves: which one that is, git does not say.',
  source: 'Envoy Gateway v1.9.0, internal/gatewayapi/route.go: processTCPRouteParentRefs',
  check(cluster, report) {
    const streams = attachmentsOf(cluster).filter(({ route }) => ['TCPRoute', 'UDPRoute'].includes(route.object.kind));
    for (const { route, ref, at, attached, parent } of streams) {
      if (!parent || ref.sectionName !== undefined || ref.port !== undefined || attached.length < 2) continue;
      report(route, {
        // It may be meant.
        severity: 'warning',
        message: `${describe(route.object)} names no listener of ${describe(parent.object)}, and takes all of them: ${attached.map(({ name }) => `"${name}"`).join(', ')}.`,
        fix: 'Add `sectionName`.',
        section: at,
      });
    }
    const pairs = streams.flatMap(({ route, attached }) => attached.map((listener) => ({ route, listener })));
    for (const [listener, taken] of groupBy(pairs, ({ listener }) => listener)) {
      const [first, ...others] = [...new Set(taken.map(({ route }) => route))];
      for (const route of others) {
        report(route, {
          message: `${describe(route.object)} wants ${listener.label} of ${describe(listener.owner.object)}, which ${first && describe(first.object)} has.`,
          fix: 'Give it a listener of its own, or put both backends into one route.',
          section: 'spec.parentRefs',
        });
      }
    }
  },
};
