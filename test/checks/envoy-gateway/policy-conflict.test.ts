import { EDGE, envoyObject, gateway } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const ref = (sectionName?: string) => ({
  targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'edge', sectionName }],
});

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
