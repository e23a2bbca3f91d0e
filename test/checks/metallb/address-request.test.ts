import { raw } from '../../helpers/cluster';
import { EDGE, envoyObject, web } from '../../helpers/gateway';
import { type Fill, testRule } from '../../helpers/rule';

type App = Parameters<Fill>[0];
function pool(app: App) {
  raw(app, 'pool', {
    apiVersion: 'metallb.io/v1beta1',
    kind: 'IPAddressPool',
    metadata: { name: 'routed' },
    spec: { addresses: ['10.64.0.0/24'] },
  });
  raw(app, 'l2', { apiVersion: 'metallb.io/v1beta1', kind: 'L2Advertisement', metadata: { name: 'all' }, spec: {} });
}
const service =
  (annotations: Record<string, string>, spec: object = {}): Fill =>
  (app) => {
    pool(app);
    web(app);
    raw(app, 'lb', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'lb', annotations },
      spec: { type: 'LoadBalancer', selector: { app: 'web' }, ports: [{ port: 80 }], ...spec },
    });
  };

testRule(
  'metallb/address-request',
  {
    wrong: [
      [
        'a pool that is not there',
        service({ 'metallb.io/address-pool': 'ruoted' }),
        'the pool "ruoted", which nothing makes. Did you mean "routed"?',
      ],
      [
        'an address of no pool',
        service({ 'metallb.io/loadBalancerIPs': '10.65.0.1' }),
        'it asks for 10.65.0.1, which no pool has',
      ],
      [
        'both ways',
        service({ 'metallb.io/loadBalancerIPs': '10.64.0.1' }, { loadBalancerIP: '10.64.0.1' }),
        'by annotation and by loadBalancerIP',
      ],
      ['the old prefix', service({ 'metallb.universe.tf/address-pool': 'routed' }), "of MetalLB's old prefix"],
      [
        'nothing, of pools that give nothing by themselves',
        (app) => {
          raw(app, 'pool', {
            apiVersion: 'metallb.io/v1beta1',
            kind: 'IPAddressPool',
            metadata: { name: 'routed' },
            spec: { addresses: ['10.64.0.0/24'], autoAssign: false },
          });
          raw(app, 'l2', {
            apiVersion: 'metallb.io/v1beta1',
            kind: 'L2Advertisement',
            metadata: { name: 'all' },
            spec: {},
          });
          envoyObject(app, 'EnvoyProxy', 'edge', { provider: { type: 'Kubernetes' } });
        },
        'it asks for nothing, and no pool gives addresses by itself',
      ],
      [
        'an EnvoyProxy’s',
        (app) => {
          pool(app);
          const annotations = { 'metallb.io/address-pool': 'routed', 'metallb.io/loadBalancerIPs': '10.65.0.1' };
          envoyObject(app, 'EnvoyProxy', 'edge', {
            provider: { type: 'Kubernetes', kubernetes: { envoyService: { annotations } } },
          });
        },
        'EnvoyProxy app/edge: it asks for 10.65.0.1, which the pool "routed" has not',
      ],
    ],
    right: {
      'an address of the pool': service({
        'metallb.io/address-pool': 'routed',
        'metallb.io/loadBalancerIPs': '10.64.0.10',
      }),
      'any address': service({}),
    },
  },
  EDGE,
);
