import {
  GATEWAY_API_GROUP,
  type GatewayApiKind,
  isGatewayApiKind,
  isKnownGatewayApi,
  servedVersions,
  since,
} from '../../facts/gateway-api';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';

export const kindServed: Rule = {
  id: 'gateway/kind-served',
  holds: 'kinds of Gateway API are in the release and channel that the cluster states, in a served version',
  category: 'reference',
  effect: 'The sync fails: no matches for kind, or the controller does not see the object and says nothing.',
  source: 'Gateway API v1.4.1, v1.5.1, v1.6.1, config/crd',
  check(cluster, report) {
    const { gatewayApi } = cluster.facts;
    if (gatewayApi && !isKnownGatewayApi(gatewayApi)) return;
    for (const entry of cluster.firstOfVersions) {
      const { apiVersion, kind } = entry.object;
      if (!apiVersion.startsWith(`${GATEWAY_API_GROUP}/`) || !isGatewayApiKind(kind)) continue;
      const version = apiVersion.slice(GATEWAY_API_GROUP.length + 1);
      if (!gatewayApi) {
        report(entry, {
          message: `${describe(entry.object)} is of Gateway API, and ${cluster.name} does not say which release it has.`,
          fix: "Say so in the cluster's facts: `gatewayApi: { version: '1.6', channel: 'standard' }`.",
          section: 'apiVersion',
        });
        continue;
      }
      const served = servedVersions(kind, gatewayApi);
      if (served.includes(version)) continue;
      const { version: release, channel } = gatewayApi;
      report(entry, {
        message: `${describe(entry.object)}: the ${channel} channel of Gateway API ${release} has no ${kind} in ${apiVersion}.`,
        fix: served.length > 0 ? `Use version ${served.join(' or ')}.` : whereElse(kind),
        section: 'apiVersion',
      });
    }
  },
};

function whereElse(kind: GatewayApiKind): string {
  const [standard, experimental] = [since(kind, 'standard'), since(kind, 'experimental')];
  return `It is in the standard channel from ${standard} on, in the experimental one from ${experimental} on.`;
}
