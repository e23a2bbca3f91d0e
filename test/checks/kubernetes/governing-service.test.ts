import { pod, raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

const governed =
  (serviceName: string): Fill =>
  (app) => {
    raw(app, 'service', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'db' },
      spec: { clusterIP: 'None', selector: { app: 'db' }, ports: [{ port: 5432 }] },
    });
    raw(app, 'db', {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'db' },
      spec: { serviceName, selector: { matchLabels: { app: 'db' } }, template: pod({ app: 'db' }) },
    });
  };

testRule('kubernetes/governing-service', {
  wrong: [
    [
      'one that is not there',
      governed('dbb'),
      'is governed by the Service "dbb", which nothing makes in app. Did you mean "db"?',
    ],
  ],
  right: { 'one that is there': governed('db') },
});
