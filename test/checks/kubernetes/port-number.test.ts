import { deployment, raw } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';

const container = (part: object) => (app: Parameters<typeof raw>[0]) =>
  void raw(app, 'd', deployment('web', { container: part }));
const service = (port: object) => (app: Parameters<typeof raw>[0]) => {
  raw(app, 'd', deployment('web'));
  raw(app, 's', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web' },
    spec: { selector: { app: 'web' }, ports: [{ name: 'http', ...port }] },
  });
};

testRule('kubernetes/port-number', {
  wrong: [
    [
      'too high',
      container({ ports: [{ name: 'http', containerPort: 70000 }] }),
      '70000 in spec.template.spec.containers[main].ports[http].containerPort is no port',
    ],
    ['zero', service({ port: 0 }), '0 in spec.ports[http].port'],
    [
      'a name that is too long',
      container({ ports: [{ name: 'the-longest-port-name', containerPort: 80 }] }),
      '"the-longest-port-name"',
    ],
    ['a probe', container({ readinessProbe: { httpGet: { port: 99999 } } }), '99999 in'],
    ['a node port', service({ port: 80, nodePort: 80 }), 'nodePort 80 is outside'],
    [
      'a network policy',
      (app) =>
        void raw(app, 'n', {
          apiVersion: 'networking.k8s.io/v1',
          kind: 'NetworkPolicy',
          metadata: { name: 'n' },
          spec: { podSelector: {}, ingress: [{ ports: [{ port: 99999 }] }] },
        }),
      '99999',
    ],
  ],
  right: {
    'numbers and names': container({
      ports: [{ name: 'http2', containerPort: 65535 }],
      livenessProbe: { tcpSocket: { port: 'http2' } },
    }),
    'a node port': service({ port: 80, nodePort: 30000 }),
  },
});
