import { deployment, raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

const container =
  (fields: object): Fill =>
  (app) =>
    raw(app, 'web', deployment('web', { container: fields }));
const exec = { command: ['true'] };

testRule('kubernetes/probe-handler', {
  wrong: [
    [
      'no handler',
      container({ livenessProbe: { periodSeconds: 5 } }),
      'the livenessProbe of "main" does not say what it does',
    ],
    ['two handlers', container({ readinessProbe: { exec, tcpSocket: { port: 80 } } }), 'does 2 things at once'],
    ['several successes', container({ livenessProbe: { exec, successThreshold: 2 } }), 'wants 2 successes'],
    [
      'an empty hook',
      container({ lifecycle: { preStop: {} } }),
      'the preStop hook of "main" does not say what it does',
    ],
  ],
  right: {
    one: container({
      readinessProbe: { exec, successThreshold: 2 },
      lifecycle: { preStop: { sleep: { seconds: 5 } } },
    }),
  },
});
