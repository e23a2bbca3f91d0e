import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { attachmentsOf } from './attachments';
import { items, type RouteRule, routeSpec } from './shapes';

export const redirectLoop: Rule = {
  id: 'gateway/redirect-loop',
  holds: 'a redirect to HTTPS is attached to the HTTP listener alone',
  effect: 'The client is sent to where it already is, for ever: ERR_TOO_MANY_REDIRECTS. Nothing reports it.',
  source: 'Gateway API v1.6.1, HTTPRequestRedirectFilter; ParentReference.sectionName',
  check(cluster, report) {
    for (const { route, at, attached } of attachmentsOf(cluster)) {
      if (route.object.kind !== 'HTTPRoute') continue;
      const ports = items(routeSpec(route).rules).flatMap(portsToHttps);
      const secure = attached.filter(({ protocol, port }) => protocol === 'HTTPS' && ports.includes(port ?? 0));
      if (secure.length === 0) continue;
      report(route, {
        message: `${describe(route.object)} sends clients to HTTPS, and is attached to ${secure.map(({ label }) => label).join(' and ')}, which speaks HTTPS already.`,
        fix: 'Attach it to the HTTP listener by `sectionName`; `http.redirectToHttps(…)` does.',
        section: at,
      });
    }
  },
};

/** The ports of redirects that change the scheme and nothing else. */
function portsToHttps({ filters }: RouteRule): number[] {
  return items(filters).flatMap(({ requestRedirect: to }) =>
    to?.scheme === 'https' && !to.hostname && !to.path ? [to.port ?? 443] : [],
  );
}
