import { raw, webService } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

const to =
  (service: object, more: object = {}, annotations: object = {}): Fill =>
  (app) => {
    webService(app, { ports: [{ name: 'http', port: 80 }] });
    raw(app, 'class', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IngressClass',
      metadata: { name: 'nginx' },
      spec: { controller: 'k8s.io/ingress-nginx' },
    });
    const paths = [
      { path: '/', pathType: 'Prefix', backend: { service: { name: 'web', port: { number: 80 }, ...service } } },
    ];
    raw(app, 'ingress', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: 'web', annotations: annotations as Record<string, string> },
      spec: { ingressClassName: 'nginx', rules: [{ host: 'web.example.com', http: { paths } }], ...more },
    });
  };
const tls = { tls: [{ hosts: ['web.example.com'], secretName: 'web-tls' }] };

testRule('kubernetes/ingress', {
  wrong: [
    [
      'a Service that is not there',
      to({ name: 'wbe' }),
      'sends to Service "wbe", which nothing makes in app. Did you mean "web"?',
    ],
    ['a port that it has not', to({ port: { number: 81 } }), 'sends to port 81 of Service "web"'],
    ['a class that is not there', to({}, { ingressClassName: 'ngnix' }), 'Did you mean "nginx"?'],
    ['a certificate of nobody', to({}, tls), 'takes its certificate from the Secret "web-tls"'],
  ],
  right: {
    'a port by its name': to({ port: { name: 'http' } }),
    'a certificate of an issuer': to({}, tls, { 'cert-manager.io/cluster-issuer': 'x' }),
  },
});
