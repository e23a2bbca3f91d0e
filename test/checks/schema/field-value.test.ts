import { raw } from '../../helpers/cluster';
import { EDGE } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const profile = (spec: object) => ({
  apiVersion: 'metallb.io/v1beta1',
  kind: 'BFDProfile',
  metadata: { name: 'p' },
  spec,
});
const route = (rule: object) => ({
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'HTTPRoute',
  metadata: { name: 'r' },
  spec: { parentRefs: [{ kind: 'Service', group: '', name: 's' }], rules: [rule] },
});

testRule(
  'schema/field-value',
  {
    wrong: [
      [
        'too small',
        (app) => void raw(app, 'p', profile({ receiveInterval: 1 })),
        'BFDProfile app/p: spec.receiveInterval is 1; 10 is the least.',
      ],
      [
        'too large',
        (app) => void raw(app, 'p', profile({ detectMultiplier: 256 })),
        'spec.detectMultiplier is 256; 255 is the most.',
      ],
      [
        'none of the values',
        (app) =>
          void raw(
            app,
            'r',
            route({
              matches: [{ method: 'GETT' }],
              filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https' } }],
            }),
          ),
        'spec.rules[0].matches[0].method is "GETT", which is none of its values. Did you mean "GET"?',
      ],
    ],
    right: { within: (app) => void raw(app, 'p', profile({ receiveInterval: 300 })) },
  },
  EDGE,
);
