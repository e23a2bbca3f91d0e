import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { attachmentsOf } from './attachments';
import { type RouteRule, routeSpec } from './shapes';

export const redirectLoop: Rule = {
  id: 'gateway/redirect-loop',
  effect: 'The client is sent to where it already is, for ever: ERR_TOO_MANY_REDIRECTS. Nothing reports it.',
  source: 'Gateway API v1.6.1, HTTPRequestRedirectFilter; ParentReference.sectionName',
  check(cluster, report) {
    for (const { route, at, attached } of attachmentsOf(cluster)) {
      if (route.object.kind !== 'HTTPRoute' || !(routeSpec(route).rules ?? []).some(toHttps)) continue;
      const secure = attached.filter(({ protocol }) => protocol === 'HTTPS');
      if (secure.length === 0) continue;
      report(route, {
        message: `${describe(route.object)} sends clients to HTTPS, and is attached to ${secure.map(({ label }) => label).join(' and ')}, which speaks HTTPS already.`,
        fix: 'Attach it to the HTTP listener by `sectionName`; `http.redirectToHttps(…)` does.',
        section: at,
      });
    }
  },
};

/** A redirect that changes the scheme and nothing else. */
function toHttps({ filters = [] }: RouteRule): boolean {
  return filters.some(({ requestRedirect: to }) => to?.scheme === 'https' && !to.hostname && !to.path && !to.port);
}
