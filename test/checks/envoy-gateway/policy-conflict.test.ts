import { EDGE, envoyObject, gateway, HTTP } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const ref = (sectionName?: string) => ({
  targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'edge', sectionName }],
});
const hosts = ['a', 'b'].map((name) => ({ ...HTTP, name, hostname: `${name}.example.com` }));

testRule(
  'envoy-gateway/policy-conflict',
  {
    wrong: [
      [
        'two for one',
        (app) => {
          gateway(app);
          envoyObject(app, 'ClientTrafficPolicy', 'a', ref());
          envoyObject(app, 'ClientTrafficPolicy', 'b', ref());
        },
        'ClientTrafficPolicy app/b is for what ClientTrafficPolicy app/a is for already',
      ],
      [
        'one of two HTTP listeners of a port',
        (app) => {
          gateway(app, hosts);
          envoyObject(app, 'ClientTrafficPolicy', 'a', ref('a'));
        },
        'is for "a", which shares port 80 with "b"',
      ],
    ],
    right: {
      'the Gateway and a listener': (app) => {
        gateway(app);
        envoyObject(app, 'ClientTrafficPolicy', 'a', ref());
        envoyObject(app, 'ClientTrafficPolicy', 'b', ref('http'));
        envoyObject(app, 'SecurityPolicy', 'c', ref());
      },
    },
  },
  EDGE,
);
