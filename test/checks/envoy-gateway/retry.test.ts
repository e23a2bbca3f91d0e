import { EDGE, policyFor } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const backOff = (baseInterval: string, maxInterval?: string) =>
  policyFor('BackendTrafficPolicy', { retry: { perRetry: { backOff: { baseInterval, maxInterval } } } });

testRule(
  'envoy-gateway/retry',
  {
    wrong: [
      ['no wait', backOff('0s', '1s'), 'waits 0s in baseInterval'],
      ['less later', backOff('2s', '1s'), 'waits 2s at first and 1s at most'],
    ],
    right: { growing: backOff('100ms', '10s'), 'the first alone': backOff('1s') },
  },
  EDGE,
);
