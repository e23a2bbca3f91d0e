import { raw } from '../../helpers/cluster';
import { EDGE, gateway, gatewayObject, route, type web } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const grant = (app: Parameters<typeof web>[0], from: object, to: object) =>
  gatewayObject(app, 'ReferenceGrant', 'x', { from: [from], to: [to] }, { namespace: 'other' });
const across = (app: Parameters<typeof web>[0]) => {
  raw(app, 'there', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'there', namespace: 'other' },
    spec: { ports: [{ port: 80 }] },
  });
  gateway(app);
  route(app, 'HTTPRoute', 'x', { rules: [{ backendRefs: [{ name: 'there', namespace: 'other', port: 80 }] }] });
};
const FROM = { group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', namespace: 'app' };

testRule(
  'gateway/reference-granted',
  {
    wrong: [
      ['no grant', across, 'sends to Service other/there, which other does not let it'],
      [
        'a grant for another kind',
        (app) => {
          across(app);
          grant(app, { ...FROM, kind: 'TCPRoute' }, { group: '', kind: 'Service' });
        },
        'which other does not let it',
      ],
      [
        'a grant for another Service',
        (app) => {
          across(app);
          grant(app, FROM, { group: '', kind: 'Service', name: 'else' });
        },
        'which other does not let it',
      ],
    ],
    right: {
      granted: (app) => {
        across(app);
        grant(app, FROM, { group: '', kind: 'Service', name: 'there' });
      },
    },
  },
  { ...EDGE, externals: { ...EDGE.externals, namespaces: ['other'] } },
);
