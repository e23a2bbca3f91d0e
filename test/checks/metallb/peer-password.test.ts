import { raw } from '../../helpers/cluster';
import { METALLB, metallb, PEER, pool } from '../../helpers/metallb';
import { all } from '../../helpers/policies';
import { type Fill, testRule } from '../../helpers/rule';

const NAMED = { passwordSecret: { name: 'bgp', namespace: 'app' } };
const secret =
  (spec: object = {}): Fill =>
  (app) => {
    const rest = { type: 'kubernetes.io/basic-auth', stringData: { password: 'x' }, ...spec };
    raw(app, 'secret', { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'bgp' }, ...rest });
    app.allow('secrets/plaintext', 'A test.');
  };

testRule(
  'metallb/peer-password',
  {
    wrong: [
      [
        'two passwords',
        all(secret(), pool({}, {}, { ...NAMED, password: 'a' })),
        'has a password, and a Secret with one',
      ],
      ['no Secret', pool({}, {}, NAMED), 'which is not in app'],
      ['another type', all(secret({ type: 'Opaque' }), pool({}, {}, NAMED)), 'a Secret of the type Opaque'],
      ['without a password', all(secret({ stringData: { username: 'a' } }), pool({}, {}, NAMED)), 'which has none'],
    ],
    right: {
      'as it should be': all(secret(), pool({}, {}, NAMED)),
      'no password': all(pool({}, {}, {}), metallb('BGPPeer', 'other', { ...PEER, peerAddress: '192.0.2.2' })),
    },
  },
  METALLB,
);
