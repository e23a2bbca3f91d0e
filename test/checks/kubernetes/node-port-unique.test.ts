import { deployment, raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

const ports =
  (...list: readonly object[]): Fill =>
  (app) => {
    raw(app, 'web', deployment('web'));
    for (const [i, port] of list.entries()) {
      raw(app, `service-${i}`, {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: `service-${i}` },
        spec: { type: 'NodePort', selector: { app: 'web' }, ports: [{ port: 80, ...port }] },
      });
    }
  };

testRule('kubernetes/node-port-unique', {
  wrong: [
    [
      'one for two',
      ports({ nodePort: 30080 }, { nodePort: 30080 }),
      'wants the node port TCP 30080, which is Service app/service-0’s',
    ],
  ],
  right: {
    'one each': ports({ nodePort: 30080 }, { nodePort: 30081 }),
    'two protocols': ports({ nodePort: 30080 }, { nodePort: 30080, protocol: 'UDP' }),
  },
});
