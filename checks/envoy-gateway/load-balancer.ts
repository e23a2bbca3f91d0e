import { mapAt } from '../fields';
import type { Rule } from '../rule';
import { policiesOf, refused } from './policies';

/** What Maglev's table may hold at most. */
const MOST = 5_000_011;

export const loadBalancer: Rule = {
  id: 'envoy-gateway/load-balancer',
  holds: 'the table of consistent hashing has a prime size',
  effect: 'Accepted=False (Invalid): nothing of the policy holds.',
  source: 'Envoy Gateway v1.9.0, internal/gatewayapi/clustersettings.go: buildConsistentHashLoadBalancer',
  check(cluster, report) {
    for (const { policy, spec } of policiesOf(cluster, 'BackendTrafficPolicy')) {
      const size = mapAt(mapAt(spec, 'loadBalancer'), 'consistentHash')?.['tableSize'];
      if (typeof size !== 'number' || (size <= MOST && isPrime(size))) continue;
      const what = `spreads clients over a table of ${size}`;
      const fix = `The size is a prime number up to ${MOST}: 65537 is the default.`;
      const at = 'spec.loadBalancer.consistentHash.tableSize';
      report(policy, refused(cluster, policy, { at, what, fix }));
    }
  },
};

function isPrime(number: number): boolean {
  if (number < 2 || !Number.isInteger(number)) return false;
  for (let divisor = 2; divisor * divisor <= number; divisor++) if (number % divisor === 0) return false;
  return true;
}
