import { deployment, raw, webService } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

const service =
  (spec: object): Fill =>
  (app) =>
    webService(app, spec);
const web =
  (container: object, spec: object = {}): Fill =>
  (app) =>
    raw(app, 'web', deployment('web', { container, spec }));
const strategy =
  (type: string): Fill =>
  (app) => {
    const object = deployment('web');
    raw(app, 'web', { ...object, spec: { ...object.spec, strategy: { type } } });
  };

testRule('kubernetes/field-value', {
  wrong: [
    [
      'a Service’s type',
      service({ type: 'Loadbalancer' }),
      'spec.type is "Loadbalancer". Did you mean "LoadBalancer"?',
    ],
    ['a protocol', service({ ports: [{ port: 80, protocol: 'tcp' }] }), 'spec.ports[0].protocol is "tcp"'],
    ['a pull policy', web({ imagePullPolicy: 'ifNotPresent' }), 'containers[0].imagePullPolicy is "ifNotPresent"'],
    ['a strategy', strategy('Recreated'), 'spec.strategy.type is "Recreated". Did you mean "Recreate"?'],
    [
      'a level of Pod security',
      (app) =>
        raw(app, 'other', {
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: { name: 'other', labels: { 'pod-security.kubernetes.io/enforce': 'restriced' } },
        }),
      'is "restriced". Did you mean "restricted"?',
    ],
  ],
  right: {
    'what is known': service({ type: 'ClusterIP', sessionAffinity: 'None' }),
    tolerations: web({}, { tolerations: [{ key: 'x', operator: 'Exists', effect: 'NoSchedule' }] }),
  },
});
