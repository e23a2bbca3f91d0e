import { EDGE, gateway, route, web } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const filter = (filter: { type: string } & Record<string, unknown>) => (app: Parameters<typeof web>[0]) => {
  web(app);
  gateway(app);
  const to = filter.type === 'RequestRedirect' ? {} : { backendRefs: [{ name: 'web', port: 80 }] };
  route(app, 'HTTPRoute', 'x', { rules: [{ filters: [filter], ...to }] });
};
const redirect = (requestRedirect: object) => filter({ type: 'RequestRedirect', requestRedirect });
const set = (...set: object[]) => filter({ type: 'RequestHeaderModifier', requestHeaderModifier: { set } });

testRule(
  'gateway/filter-values',
  {
    wrong: [
      ['a scheme', redirect({ scheme: 'wss' }), 'a redirect to the scheme "wss"'],
      [
        'a path without its value',
        redirect({ path: { type: 'ReplaceFullPath' } }),
        'of type ReplaceFullPath without its value',
      ],
      ['a rewrite of nothing', filter({ type: 'URLRewrite', urlRewrite: {} }), 'changes nothing'],
      ['the host', set({ name: 'Host', value: 'a' }), 'the header "Host" cannot be changed'],
      ['a pseudo header', set({ name: ':path', value: 'a' }), 'the header ":path" cannot be changed'],
      [
        'a header twice',
        set({ name: 'x-a', value: '1' }, { name: 'X-A', value: '2' }),
        'the header "x-a" is changed twice',
      ],
      ['a value with blanks', set({ name: 'x-a', value: ' a' }), 'gets the value " a"'],
    ],
    right: {
      'a redirect': redirect({ scheme: 'https', hostname: 'a.example.com', statusCode: 308 }),
      headers: set({ name: 'x-a', value: 'some text' }),
    },
  },
  EDGE,
);
