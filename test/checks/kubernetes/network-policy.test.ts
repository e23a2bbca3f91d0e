import { deployment, raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

const policy =
  (spec: object): Fill =>
  (app) => {
    raw(app, 'web', deployment('web', { container: { ports: [{ name: 'http', containerPort: 80 }] } }));
    raw(app, 'policy', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'web' },
      spec: { podSelector: { matchLabels: { app: 'web' } }, policyTypes: ['Ingress'], ...spec },
    });
  };
const port = (name: string) => policy({ ingress: [{ ports: [{ port: name }] }] });

testRule('kubernetes/network-policy', {
  wrong: [
    ['Pods of nobody', policy({ podSelector: { matchLabels: { app: 'wbe' } } }), 'is for Pods with app=wbe'],
    ['a port’s slip', port('htpp'), 'opens port "htpp", which none of its Pods has. Did you mean "http"?'],
  ],
  right: {
    'a port by its name': port('http'),
    'all Pods': policy({ podSelector: {} }),
  },
});
