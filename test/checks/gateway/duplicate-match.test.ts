import { EDGE, gateway, route, web } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const rules = (path: object) => [{ matches: [{ path }], backendRefs: [{ name: 'web', port: 80 }] }];
const two = (a: object, b: object) => (app: Parameters<typeof web>[0]) => {
  web(app);
  gateway(app);
  route(app, 'HTTPRoute', 'a', a);
  route(app, 'HTTPRoute', 'b', b);
};

testRule(
  'gateway/duplicate-match',
  {
    wrong: [
      ['everything twice', two({}, {}), 'HTTPRoute app/b and HTTPRoute app/a both want */ at listener "http"'],
      [
        'one path of a host',
        two(
          { hostnames: ['a.example.com'], rules: rules({ type: 'PathPrefix', value: '/x' }) },
          { hostnames: ['a.example.com', 'b.example.com'], rules: rules({ type: 'PathPrefix', value: '/x' }) },
        ),
        'both want a.example.com/x',
      ],
    ],
    right: {
      'other hosts': two({ hostnames: ['a.example.com'] }, { hostnames: ['b.example.com'] }),
      'a pattern and a prefix of one text': two(
        { rules: rules({ type: 'PathPrefix', value: '/v.' }) },
        { rules: rules({ type: 'RegularExpression', value: '/v.' }) },
      ),
      'other paths': two(
        { rules: rules({ type: 'PathPrefix', value: '/x' }) },
        { rules: rules({ type: 'Exact', value: '/x' }) },
      ),
    },
  },
  EDGE,
);
