import { type FieldProblem, mapAt, textAt } from '../fields';
import type { Rule } from '../rule';
import { quantityValue } from '../syntax/quantity';
import { policiesOf, refused } from './policies';

const SECONDS: Readonly<Record<string, number>> = { Second: 1, Minute: 60, Hour: 3600 };

export const bandwidthLimit: Rule = {
  id: 'envoy-gateway/bandwidth-limit',
  holds: 'a limit of bandwidth is a whole number of bytes, and at least 1 KiB a second',
  effect: 'Accepted=False (Invalid): nothing of the policy holds.',
  source: 'Envoy Gateway v1.9.0, internal/gatewayapi/backendtrafficpolicy.go: buildBandwidthLimit, bandwidthToKibps',
  check(cluster, report) {
    for (const { policy, spec } of policiesOf(cluster, 'BackendTrafficPolicy')) {
      const bandwidth = mapAt(spec, 'bandwidthLimit');
      for (const direction of ['request', 'response']) {
        const limit = mapAt(mapAt(bandwidth, direction), 'limit');
        if (!limit) continue;
        const at = `spec.bandwidthLimit.${direction}.limit`;
        for (const problem of problemsOf(limit['value'], textAt(limit, 'unit'), at)) {
          report(policy, refused(cluster, policy, problem));
        }
      }
    }
  },
};

function* problemsOf(value: unknown, unit: string, at: string): Iterable<FieldProblem> {
  const bytes = quantityValue(value);
  if (bytes === undefined) return;
  if (!Number.isInteger(bytes) || bytes < 0) {
    yield { at, what: `lets ${String(value)} bytes through`, fix: 'A whole number of bytes: "10Mi".' };
  } else if (Math.floor(bytes / ((SECONDS[unit] ?? 1) * 1024)) === 0) {
    const what = `lets ${String(value)} bytes a ${unit.toLowerCase() || 'second'} through`;
    yield { at, what, fix: 'Envoy counts in KiB a second: 1024 bytes a second are the least.' };
  }
}
