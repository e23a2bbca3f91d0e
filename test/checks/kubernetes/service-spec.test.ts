import { webService } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

const service =
  (spec: object): Fill =>
  (app) =>
    webService(app, spec);

testRule('kubernetes/service-spec', {
  wrong: [
    ['no host', service({ type: 'ExternalName', ports: undefined }), 'does not say which'],
    ['no ports', service({ ports: [] }), 'has no ports'],
    [
      'no address outside',
      service({ type: 'NodePort', clusterIP: 'None' }),
      'is of type NodePort and has no address of its own',
    ],
    ['a policy for nothing', service({ externalTrafficPolicy: 'Local' }), 'says what becomes of traffic from outside'],
    ['a port without a name', service({ ports: [{ name: 'a', port: 80 }, { port: 81 }] }), 'does not name them all'],
    [
      'one port twice',
      service({
        ports: [
          { name: 'a', port: 80 },
          { name: 'b', port: 80 },
        ],
      }),
      'has the port TCP 80 twice',
    ],
  ],
  right: {
    headless: service({ clusterIP: 'None', ports: [] }),
    'one port, two protocols': service({
      ports: [
        { name: 'a', port: 53 },
        { name: 'b', port: 53, protocol: 'UDP' },
      ],
    }),
  },
});
