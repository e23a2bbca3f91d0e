import { deployment, raw } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';

const sending = (targetPort: number | string) => (app: Parameters<typeof raw>[0]) => {
  raw(app, 'd', deployment('web', { container: { ports: [{ name: 'http', containerPort: 8080 }] } }));
  raw(app, 's', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web' },
    spec: { selector: { app: 'web' }, ports: [{ name: 'web', port: 80, targetPort }] },
  });
};

testRule('kubernetes/service-target-port', {
  wrong: [
    [
      'a port that the Pods do not have',
      sending('htpp'),
      'port web sends to "htpp", a port that its Pods do not have. Did you mean "http"?',
    ],
  ],
  right: { 'a name': sending('http'), 'a number, declared or not': sending(9999) },
});
