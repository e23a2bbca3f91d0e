import { EDGE, gateway, HTTP, HTTPS } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const hosts = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ ...HTTP, name: `l-${i}`, hostname: `h-${i}.example.com` }));

testRule(
  'gateway/listener-unique',
  {
    wrong: [
      ['a name twice', (app) => gateway(app, [HTTP, { ...HTTP, port: 8080 }]), 'has 2 listeners named "http"'],
      ['too many', (app) => gateway(app, hosts(65)), 'has 65 listeners'],
      ['none', (app) => gateway(app, []), 'has no listeners'],
    ],
    right: {
      'several on a port, by host': (app) => gateway(app, hosts(64)),
      'HTTP and HTTPS': (app) => gateway(app, [HTTP, HTTPS]),
    },
  },
  EDGE,
);
