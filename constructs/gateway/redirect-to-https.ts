import type { Construct } from 'constructs';
import { HttpRoute } from './http-route';
import type { HttpListener, HttpsListener } from './listener';

/**
 * Sends requests of an HTTP listener to an HTTPS one: those for its host, or every one where it has none. It is attached by the listener's name: a redirect that is
 * attached to the whole Gateway would catch what it sends, for ever. cert-manager's challenges go on working: their
 * paths are more precise.
 */
export function redirectToHttps(scope: Construct, from: HttpListener, to: HttpsListener): HttpRoute {
  return new HttpRoute(scope, `${from.owner.name}-${from.sectionName}-to-${to.sectionName}`, {
    listeners: [from],
    // With the same host: where challenges for it have routes of their own, a redirect of every host is not asked.
    ...(to.hostname === undefined ? {} : { hostnames: [to.hostname] }),
    rules: [{ redirect: { scheme: 'https', statusCode: 301, ...(to.port === 443 ? {} : { port: to.port }) } }],
  });
}
