import { deployment, raw } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';

const policy = (ipBlock: object) => (app: Parameters<typeof raw>[0]) =>
  void raw(app, 'n', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'n' },
    spec: { podSelector: {}, egress: [{ to: [{ ipBlock }] }] },
  });

testRule('kubernetes/cidr', {
  wrong: [
    ['no length', policy({ cidr: '10.0.0.0' }), '"10.0.0.0" in spec.ipBlock.cidr is no CIDR'],
    ['a length that is too long', policy({ cidr: '10.0.0.0/33' }), 'is no CIDR'],
    ['an address within', policy({ cidr: '192.168.1.171/24' }), 'is an address within a network'],
    [
      'an exception outside',
      policy({ cidr: '10.0.0.0/8', except: ['192.168.0.0/16'] }),
      'the exception 192.168.0.0/16 does not lie within 10.0.0.0/8',
    ],
    [
      'a Service’s sources',
      (app) => {
        raw(app, 'd', deployment('web'));
        raw(app, 's', {
          apiVersion: 'v1',
          kind: 'Service',
          metadata: { name: 's' },
          spec: { selector: { app: 'web' }, ports: [{ port: 1 }], loadBalancerSourceRanges: ['home'] },
        });
      },
      '"home" in spec.loadBalancerSourceRanges',
    ],
  ],
  right: {
    everything: policy({ cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] }),
    'one address': policy({ cidr: '192.168.1.171/32' }),
    IPv6: policy({ cidr: '2001:db8::/32', except: ['2001:db8:1::/48'] }),
  },
});
