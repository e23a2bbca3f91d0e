import {
  GATED_FIELDS,
  GATEWAY_API_GROUP,
  INFRASTRUCTURE_ANNOTATIONS,
  isKnownGatewayApi,
  REDIRECT_CODES,
} from '../../facts/gateway-api';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { fieldsAt, hasFieldAt } from './fields-at';
import { GATEWAY, gatewaySpec, HTTP_ROUTE } from './shapes';

export const fieldChannel: Rule = {
  id: 'gateway/field-channel',
  holds: 'fields, redirect codes and limits that need a release or channel are used only there',
  category: 'schema',
  effect: 'The API server drops the field without a word, or refuses the object.',
  source: 'Gateway API v1.4.1, v1.5.1, v1.6.1, config/crd',
  check(cluster, report) {
    const { gatewayApi } = cluster.facts;
    if (!gatewayApi || !isKnownGatewayApi(gatewayApi)) return;
    const { version, channel } = gatewayApi;
    for (const { kind, path, since } of GATED_FIELDS) {
      const first = since[channel];
      if (first !== undefined && first <= version) continue;
      for (const entry of cluster.ofKind(`${GATEWAY_API_GROUP}/${kind}`)) {
        if (!hasFieldAt(entry.object, path)) continue;
        report(entry, {
          message: `${describe(entry.object)}: the ${channel} channel of Gateway API ${version} has no ${path}.`,
          fix: first
            ? `It came with ${first}.`
            : 'It is in the experimental channel only: leave it out, or change the channel.',
          section: path,
        });
      }
    }
    const codes = REDIRECT_CODES[version];
    for (const entry of cluster.ofKind(HTTP_ROUTE)) {
      for (const code of fieldsAt(entry.object, 'spec.rules[].filters[].requestRedirect.statusCode')) {
        if (typeof code !== 'number' || codes.includes(code)) continue;
        report(entry, {
          message: `${describe(entry.object)}: Gateway API ${version} has no redirect with status ${code}.`,
          fix: `One of ${codes.join(', ')}.`,
          section: 'spec.rules[].filters[].requestRedirect.statusCode',
        });
      }
    }
    const most = INFRASTRUCTURE_ANNOTATIONS[version];
    for (const entry of cluster.ofKind(GATEWAY)) {
      const { annotations = {}, labels = {} } = gatewaySpec(entry).infrastructure ?? {};
      for (const [field, map, limit] of [
        ['annotations', annotations, most],
        ['labels', labels, 8],
      ] as const) {
        if (Object.keys(map).length <= limit) continue;
        report(entry, {
          message: `${describe(entry.object)} has ${Object.keys(map).length} infrastructure ${field}; Gateway API ${version} takes ${limit}.`,
          fix: `Leave some out${field === 'annotations' ? ', or put them on the EnvoyProxy’s Service' : ''}.`,
          section: `spec.infrastructure.${field}`,
        });
      }
    }
  },
};
