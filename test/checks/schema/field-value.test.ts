import { deployment, raw, webService } from '../../helpers/cluster';
import { EDGE } from '../../helpers/gateway';
import { type Fill, testRule } from '../../helpers/rule';

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
  spec: { parentRefs: [{ kind: 'Service', group: '', name: 'web' }], rules: [rule] },
});

const service =
  (spec: object): Fill =>
  (app) =>
    webService(app, spec);
const web =
  (container: object, spec: object = {}): Fill =>
  (app) =>
    raw(app, 'web', deployment('web', { container, spec }));

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
        (app) => {
          webService(app);
          raw(
            app,
            'r',
            route({
              matches: [{ method: 'GETT' }],
              filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https' } }],
            }),
          );
        },
        'spec.rules[0].matches[0].method is "GETT", which is none of its values. Did you mean "GET"?',
      ],
      // Kubernetes' own validation, which its OpenAPI document does not have.
      [
        'a Service’s type',
        service({ type: 'Loadbalancer' }),
        'spec.type is "Loadbalancer", which is none of its values. Did you mean "LoadBalancer"?',
      ],
      ['an item', service({ ipFamilies: ['ipv4'] }), 'spec.ipFamilies[0] is "ipv4"'],
      ['a protocol', service({ ports: [{ port: 80, protocol: 'tcp' }] }), 'spec.ports[0].protocol is "tcp"'],
      ['a pull policy', web({ imagePullPolicy: 'ifNotPresent' }), 'containers[0].imagePullPolicy is "ifNotPresent"'],
    ],
    right: {
      within: (app) => void raw(app, 'p', profile({ receiveInterval: 300 })),
      'what is known': service({ type: 'ClusterIP', sessionAffinity: 'None' }),
      tolerations: web({}, { tolerations: [{ key: 'x', operator: 'Exists', effect: 'NoSchedule' }] }),
    },
  },
  EDGE,
);
