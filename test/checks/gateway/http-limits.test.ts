import { EDGE, gateway, route, web } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const to = { backendRefs: [{ name: 'web', port: 80 }] };
const paths = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => ({ path: { type: 'PathPrefix', value: `/p${from + i}` } }));
const make = (spec: object) => (app: Parameters<typeof web>[0]) => {
  web(app);
  gateway(app);
  route(app, 'HTTPRoute', 'x', spec);
};

testRule(
  'gateway/http-limits',
  {
    wrong: [
      [
        'hosts',
        make({ hostnames: Array.from({ length: 17 }, (_, i) => `h${i}.example.com`) }),
        'has 17 hostnames; 16 are the most',
      ],
      ['rules', make({ rules: paths(17).map((match) => ({ matches: [match], ...to })) }), 'has 17 rules'],
      ['matches', make({ rules: [{ matches: paths(65), ...to }] }), 'has 65 matches in one rule'],
      [
        'all matches',
        make({ rules: [0, 64, 128].map((from) => ({ matches: paths(43, from), ...to })) }),
        'has 129 matches in all',
      ],
      [
        'a name twice',
        make({ rules: paths(2).map((match) => ({ name: 'a', matches: [match], ...to })) }),
        'two rules named "a"',
      ],
    ],
    right: { 'as many as may be': make({ rules: paths(16).map((match) => ({ matches: [match], ...to })) }) },
  },
  EDGE,
);
