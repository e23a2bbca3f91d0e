import { EDGE, gateway, HTTP, route, web } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const hosts = [
  { ...HTTP, name: 'wild', hostname: '*.example.com' },
  { ...HTTP, name: 'own', hostname: 'a.example.com' },
];
const attached = (sectionName: string | undefined, hostname: string) => (app: Parameters<typeof web>[0]) => {
  web(app);
  gateway(app, hosts);
  route(app, 'HTTPRoute', 'x', { parentRefs: [{ name: 'edge', sectionName }], hostnames: [hostname] });
};

testRule(
  'gateway/host-owner',
  {
    wrong: [
      [
        'a host of another listener',
        attached('wild', 'a.example.com'),
        'a.example.com is the host of listener "own", which it is not attached to',
      ],
    ],
    right: {
      'another host': attached('wild', 'b.example.com'),
      'both listeners': attached(undefined, 'a.example.com'),
    },
  },
  EDGE,
);
