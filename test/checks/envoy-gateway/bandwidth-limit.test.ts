import { EDGE, policyFor } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const limit = (value: string, unit: string) =>
  policyFor('BackendTrafficPolicy', { bandwidthLimit: { request: { limit: { value, unit } } } });

testRule(
  'envoy-gateway/bandwidth-limit',
  {
    wrong: [
      ['too little', limit('1000', 'Second'), 'lets 1000 bytes a second through'],
      ['too little an hour', limit('1Mi', 'Hour'), 'lets 1Mi bytes a hour through'],
      ['a part of a byte', limit('1500m', 'Second'), 'lets 1500m bytes through'],
    ],
    right: { 'a kibibyte a second': limit('1Ki', 'Second'), 'ten mebibytes a minute': limit('10Mi', 'Minute') },
  },
  EDGE,
);
