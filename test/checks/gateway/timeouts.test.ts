import { EDGE, gateway, route, web } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const timeouts = (timeouts: object) => (app: Parameters<typeof web>[0]) => {
  web(app);
  gateway(app);
  route(app, 'HTTPRoute', 'x', { rules: [{ timeouts, backendRefs: [{ name: 'web', port: 80 }] }] });
};

testRule(
  'gateway/timeouts',
  {
    wrong: [
      ['no duration', timeouts({ request: '1.5s' }), 'the timeout "1.5s" is no duration'],
      [
        'a try that is too long',
        timeouts({ request: '10s', backendRequest: '1m' }),
        'one try (1m) may take longer than the whole request (10s)',
      ],
    ],
    right: {
      both: timeouts({ request: '1m30s', backendRequest: '500ms' }),
      'no end': timeouts({ request: '0s', backendRequest: '10s' }),
    },
  },
  EDGE,
);
