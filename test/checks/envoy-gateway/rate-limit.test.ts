import { EDGE, policyFor } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const limits = (rateLimit: object) => policyFor('BackendTrafficPolicy', { rateLimit });
const rule = (unit: string, selector?: object) => ({
  limit: { requests: 10, unit },
  ...(selector && { clientSelectors: [selector] }),
});
const local = (...rules: readonly object[]) => limits({ local: { rules } });
const header = (match: object) => local(rule('Second', { headers: [{ name: 'x-user', ...match }] }));

testRule(
  'envoy-gateway/rate-limit',
  {
    wrong: [
      ['a type without its rules', limits({ type: 'Local' }), 'has rate limits of type Local and says none'],
      ['two for all', local(rule('Second'), rule('Minute')), 'has 2 local rules without clientSelectors'],
      [
        'a faster one beside the one for all',
        local(rule('Minute'), rule('Second', { headers: [{ name: 'x-user', value: 'a' }] })),
        'limits by second beside a limit for all by minute',
      ],
      ['a pattern that is none', header({ type: 'RegularExpression', value: '*.x' }), 'has the pattern "*.x"'],
      ['each value, inverted', header({ type: 'Distinct', invert: true }), 'apart, and inverts that'],
      ['no value', header({ type: 'Exact' }), 'limits by "x-user" and says no value'],
      [
        'a network that is none',
        local(rule('Second', { sourceCIDR: { value: '10.0.0.0/33' } })),
        'limits the network "10.0.0.0/33", which is none',
      ],
    ],
    right: {
      'one for all, slower ones for some': local(
        rule('Second'),
        rule('Hour', { headers: [{ name: 'a', value: 'b' }] }),
      ),
      'each user': header({ type: 'Distinct' }),
    },
  },
  EDGE,
);
