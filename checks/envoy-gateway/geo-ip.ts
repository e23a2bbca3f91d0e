import type { ClusterView } from '../cluster-view';
import { type FieldProblem, type Fields, isMap, listAt, mapAt } from '../fields';
import { attachmentsOf } from '../gateway/attachments';
import { GATEWAY } from '../gateway/shapes';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import { type Policy, policiesOf, policyTargetsOf, refused } from './policies';
import { proxiesOf } from './settings';

const AT = 'spec.authorization';

/** The databases that answer each question; any of them does. */
const DATABASES: Readonly<Record<string, readonly string[]>> = {
  country: ['countryDbSource', 'cityDbSource'],
  region: ['cityDbSource'],
  city: ['cityDbSource'],
  asn: ['asnDbSource'],
  isp: ['ispDbSource'],
  anonymous: ['anonymousIpDbSource'],
};

export const geoIp: Rule = {
  id: 'envoy-gateway/geo-ip',
  holds: 'who judges clients by their place says how their addresses are told, and has the databases',
  category: 'reference',
  effect: 'Accepted=False (Invalid): the routes answer every request with status 500.',
  source: 'Envoy Gateway v1.9.0, internal/gatewayapi/securitypolicy.go: validateAuthorizationGeoIP',
  check(cluster, report) {
    for (const found of policiesOf(cluster, 'SecurityPolicy')) {
      const asked = questionsOf(found.spec);
      if (asked.size === 0) continue;
      const problem = detectionProblem(cluster, found) ?? databaseProblem(cluster, found, asked);
      if (problem) report(found.policy, refused(cluster, found.policy, problem));
    }
  },
};

/** What a policy asks of a client's place. */
function questionsOf(spec: Fields): Set<string> {
  const rules = listAt(mapAt(spec, 'authorization'), 'rules').filter(isMap);
  const places = rules.flatMap((rule) => listAt(mapAt(rule, 'principal'), 'clientIPGeoLocations').filter(isMap));
  return new Set(places.flatMap((place) => Object.keys(place).filter((key) => DATABASES[key])));
}

/** The Gateways that serve what a policy is for. */
function gatewaysServing(cluster: ClusterView, { policy }: Policy) {
  const targets = policyTargetsOf(cluster).flatMap((t) => (t.policy === policy && t.target ? [t.target] : []));
  const parents = attachmentsOf(cluster).flatMap(({ route, parent }) =>
    parent && targets.includes(route) ? [parent] : [],
  );
  return [...targets, ...parents].filter(({ object }) => GATEWAY.endsWith(`/${object.kind}`));
}

/** An address is a client's only where a ClientTrafficPolicy says how it is told from a proxy's. */
function detectionProblem(cluster: ClusterView, found: Policy): FieldProblem | undefined {
  for (const gateway of gatewaysServing(cluster, found)) {
    const policies = policyTargetsOf(cluster).filter(
      ({ policy, target }) => policy.object.kind === 'ClientTrafficPolicy' && target === gateway,
    );
    const detections = policies
      .map(({ policy }) => mapAt(specOf<Fields>(policy), 'clientIPDetection'))
      .filter((detection) => detection !== undefined);
    const { name } = gateway.object.metadata;
    if (detections.length === 0) {
      const what = `judges clients by their place, and nothing says how Gateway "${name}" tells their addresses`;
      return { at: AT, what, fix: 'Give it a ClientTrafficPolicy with `clientIPDetection`.' };
    }
    if (detections.some((detection) => listAt(mapAt(detection, 'xForwardedFor'), 'trustedCIDRs').length > 0)) {
      const what = `judges clients by their place, and Gateway "${name}" tells their addresses by trustedCIDRs`;
      return { at: AT, what, fix: 'Say `numTrustedHops` in the ClientTrafficPolicy instead.' };
    }
  }
  return undefined;
}

function databaseProblem(cluster: ClusterView, found: Policy, asked: ReadonlySet<string>): FieldProblem | undefined {
  for (const gateway of gatewaysServing(cluster, found)) {
    const [proxy] = proxiesOf(cluster, gateway);
    const settings = proxy ? mapAt(specOf<Fields>(proxy), 'geoIP') : undefined;
    const maxMind = mapAt(mapAt(settings, 'provider'), 'maxMind');
    for (const question of asked) {
      const answers = DATABASES[question] ?? [];
      if (answers.some((database) => mapAt(maxMind, database))) continue;
      const what = `judges clients by ${question}, and the EnvoyProxy of Gateway "${gateway.object.metadata.name}" has no database of that`;
      return { at: AT, what, fix: `Say \`geoIP.provider.maxMind.${answers.join('` or `')}\` in it.` };
    }
  }
  return undefined;
}
