import { EDGE, gateway, route, web } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const to = [{ name: 'web', port: 80 }];
const redirect = { type: 'RequestRedirect', requestRedirect: { hostname: 'a.example.com' } };
const rewrite = { type: 'URLRewrite', urlRewrite: { path: { type: 'ReplacePrefixMatch', replacePrefixMatch: '/' } } };
const headers = { type: 'RequestHeaderModifier', requestHeaderModifier: { set: [{ name: 'x-a', value: '1' }] } };
const mirror = { type: 'RequestMirror', requestMirror: { backendRef: { name: 'web', port: 80 } } };
const prefix = [{ path: { type: 'PathPrefix', value: '/a' } }];
const rule = (rule: object) => (app: Parameters<typeof web>[0]) => {
  web(app);
  gateway(app);
  route(app, 'HTTPRoute', 'x', { rules: [rule] });
};

testRule(
  'gateway/filter-combination',
  {
    wrong: [
      [
        'one twice',
        rule({ filters: [headers, headers], backendRefs: to }),
        'has the filter RequestHeaderModifier twice',
      ],
      ['redirect and rewrite', rule({ matches: prefix, filters: [redirect, rewrite] }), 'redirects and rewrites'],
      ['redirect and mirror', rule({ filters: [redirect, mirror] }), 'redirects and mirrors'],
      ['redirect and backends', rule({ filters: [redirect], backendRefs: to }), 'redirects and has backends'],
      [
        'a prefix without one',
        rule({ matches: [{ path: { type: 'Exact', value: '/a' } }], filters: [rewrite], backendRefs: to }),
        'does not have one match by prefix',
      ],
      [
        'a path filter of a backend',
        rule({ matches: prefix, backendRefs: [{ ...to[0], filters: [rewrite] }] }),
        'a backend has the filter URLRewrite of a path',
      ],
      [
        'a mirror of a backend',
        rule({ backendRefs: [{ ...to[0], filters: [mirror] }] }),
        'a backend has the filter RequestMirror',
      ],
    ],
    right: {
      'headers, a rewrite and mirrors': rule({
        matches: prefix,
        filters: [headers, rewrite, mirror, mirror],
        backendRefs: to,
      }),
      'a redirect': rule({ filters: [redirect, headers] }),
    },
  },
  EDGE,
);
