import { EDGE, gateway, HTTP, policyObject, route, web } from '../../helpers/gateway';
import type { Fill } from '../../helpers/rule';
import { testRule } from '../../helpers/rule';

const http10 =
  (listener: object, ...hosts: readonly string[]): Fill =>
  (app) => {
    web(app);
    gateway(app, [{ ...HTTP, ...listener }]);
    for (const host of hosts) route(app, 'HTTPRoute', host.replaceAll('.', '-'), { hostnames: [host] });
    policyObject(app, 'ClientTrafficPolicy', 'policy', { http1: { http10: { useDefaultHost: true } } });
  };

testRule(
  'envoy-gateway/default-host',
  {
    wrong: [
      ['no host at all', http10({}), 'whose routes have none'],
      ['several', http10({}, 'a.example.com', 'b.example.com'), 'whose routes have a.example.com, b.example.com'],
    ],
    right: {
      'the listener’s': http10({ hostname: 'a.example.com' }),
      'the only route’s': http10({}, 'a.example.com'),
    },
  },
  EDGE,
);
