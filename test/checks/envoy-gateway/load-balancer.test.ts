import { EDGE, policyFor } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const table = (tableSize: number) =>
  policyFor('BackendTrafficPolicy', {
    loadBalancer: { type: 'ConsistentHash', consistentHash: { type: 'SourceIP', tableSize } },
  });

testRule(
  'envoy-gateway/load-balancer',
  {
    wrong: [['a size that can be divided', table(65_536), 'spreads clients over a table of 65536']],
    right: { 'a prime': table(65_537), 'the largest': table(5_000_011) },
  },
  EDGE,
);
