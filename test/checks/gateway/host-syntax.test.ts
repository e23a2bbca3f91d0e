import { EDGE, gateway, HTTP, route, web } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const listener = (part: object) => (app: Parameters<typeof web>[0]) => gateway(app, [{ ...HTTP, ...part }]);
const host = (hostname: string) => (app: Parameters<typeof web>[0]) => {
  web(app);
  gateway(app);
  route(app, 'HTTPRoute', 'x', { hostnames: [hostname] });
};

testRule(
  'gateway/host-syntax',
  {
    wrong: [
      [
        'a scheme',
        listener({ hostname: 'https://a.example.com' }),
        'listener "http" has the host "https://a.example.com", which is none',
      ],
      ['capitals', listener({ hostname: 'A.example.com' }), 'has the host "A.example.com"'],
      ['a wildcard within', listener({ hostname: 'a.*.example.com' }), 'has the host "a.*.example.com"'],
      ['a name', listener({ name: 'App_1' }), 'a listener is named "App_1"'],
      ['a port', listener({ port: 0 }), 'listener "http" has the port 0'],
      ['a route’s port', host('a.example.com:443'), '"a.example.com:443" is no host'],
      ['an address', host('192.0.2.1'), '"192.0.2.1" is no host'],
    ],
    right: { 'a host': host('a.example.com'), 'a wildcard': host('*.example.com') },
  },
  EDGE,
);
