import { EDGE, gateway, HTTP } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

testRule(
  'envoy-gateway/port',
  {
    wrong: [
      [
        '80 and 10080',
        (app) => gateway(app, [HTTP, { ...HTTP, name: 'alt', port: 10080 }]),
        'ports 80 and 10080 are both 10080/TCP inside the proxy',
      ],
      ['its own', (app) => gateway(app, [{ ...HTTP, port: 19001 }]), 'port 19001 is Envoy’s own'.replace('’', "'")],
    ],
    right: {
      'another controller’s': (app) =>
        gateway(app, [HTTP, { ...HTTP, name: 'alt', port: 10080 }], { gatewayClassName: 'cilium' }),
      UDP: (app) => gateway(app, [{ name: 'u', port: 19001, protocol: 'UDP' }]),
      others: (app) => gateway(app, [HTTP, { ...HTTP, name: 'alt', port: 8080 }]),
    },
  },
  { ...EDGE, externals: { ...EDGE.externals, gatewayClasses: ['cilium'] } },
);
