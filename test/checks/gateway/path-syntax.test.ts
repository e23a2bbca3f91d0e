import { EDGE, gateway, route, web } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const match = (match: object) => (app: Parameters<typeof web>[0]) => {
  web(app);
  gateway(app);
  route(app, 'HTTPRoute', 'x', { rules: [{ matches: [match], backendRefs: [{ name: 'web', port: 80 }] }] });
};
const path = (value: string, type = 'PathPrefix') => match({ path: { type, value } });
const header = (name: string, value: string, type = 'Exact') => ({ name, value, type });

testRule(
  'gateway/path-syntax',
  {
    wrong: [
      ['no slash', path('map'), 'the path "map" does not begin with a slash'],
      ['two slashes', path('/a//b', 'Exact'), 'has "//" in it'],
      ['a dot segment at the end', path('/a/..'), 'ends in a dot segment'],
      ['a blank', path('/a b'), 'has characters that a path has not'],
      ['a pattern of JavaScript', path('/(?=a)', 'RegularExpression'), 'is none of RE2'],
      [
        'a header twice',
        match({ headers: [header('X-A', '1'), header('x-a', '2')] }),
        'the header "x-a" is matched twice',
      ],
      ['a header’s pattern', match({ headers: [header('x-a', '(a', 'RegularExpression')] }), 'is none of RE2'],
    ],
    right: {
      'a path': path('/map/%20x'),
      'a pattern': path('/map/[a-z]+(?:/.*)?', 'RegularExpression'),
      'parameters that differ in case': match({ queryParams: [header('a', '1'), header('A', '1')] }),
    },
  },
  EDGE,
);
