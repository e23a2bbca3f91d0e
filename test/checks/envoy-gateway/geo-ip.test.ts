import { EDGE, envoyObject, gateway, HTTP, policyObject, route, web } from '../../helpers/gateway';
import type { Fill } from '../../helpers/rule';
import { testRule } from '../../helpers/rule';

const CITY = { cityDbSource: { local: { path: '/db/city.mmdb' } } };
const geo =
  (
    clientIPDetection: object | undefined,
    maxMind: object = CITY,
    target: 'Gateway' | 'HTTPRoute' = 'HTTPRoute',
  ): Fill =>
  (app) => {
    web(app);
    envoyObject(app, 'EnvoyProxy', 'proxy', { geoIP: { provider: { type: 'MaxMind', maxMind } } });
    const parametersRef = { group: 'gateway.envoyproxy.io', kind: 'EnvoyProxy', name: 'proxy' };
    gateway(app, [HTTP], { infrastructure: { parametersRef } });
    route(app, 'HTTPRoute', 'x');
    if (clientIPDetection) policyObject(app, 'ClientTrafficPolicy', 'clients', { clientIPDetection });
    const rules = [{ action: 'Allow', principal: { clientIPGeoLocations: [{ country: 'SE', city: 'Malmö' }] } }];
    policyObject(app, 'SecurityPolicy', 'places', { authorization: { defaultAction: 'Deny', rules } }, target);
  };
const hops = { xForwardedFor: { numTrustedHops: 1 } };

testRule(
  'envoy-gateway/geo-ip',
  {
    wrong: [
      ['no detection', geo(undefined), 'nothing says how Gateway "edge" tells their addresses'],
      ['networks', geo({ xForwardedFor: { trustedCIDRs: ['10.0.0.0/8'] } }), 'tells their addresses by trustedCIDRs'],
      ['no database', geo(hops, { countryDbSource: CITY.cityDbSource }, 'Gateway'), 'has no database of that'],
    ],
    right: { 'a city': geo(hops), 'of a Gateway': geo(hops, CITY, 'Gateway') },
  },
  EDGE,
);
