import { EDGE, policyFor } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const headers = (earlyRequestHeaders: object) => policyFor('ClientTrafficPolicy', { headers: { earlyRequestHeaders } });

testRule(
  'envoy-gateway/header-modifier',
  {
    wrong: [
      ['nothing', headers({}), 'changes headers and says none'],
      ['a name with a slash', headers({ set: [{ name: 'x/y', value: '1' }] }), 'changes the header "x/y"'],
      ['two lines', headers({ add: [{ name: 'x', value: 'a\nb' }] }), 'a value with control characters'],
      ['a removal of nothing', headers({ remove: [''] }), 'removes a header without a name'],
    ],
    right: { 'a header': headers({ set: [{ name: 'x-edge', value: 'a b' }], remove: ['x-internal'] }) },
  },
  EDGE,
);
