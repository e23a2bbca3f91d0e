import { EDGE, gateway, HTTP, HTTPS, TCP } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const tls = HTTPS.tls;
const TLS = { name: 'tls', port: 8443, protocol: 'TLS' };

testRule(
  'gateway/listener-tls',
  {
    wrong: [
      ['HTTP with TLS', (app) => gateway(app, [{ ...HTTP, tls }]), 'speaks HTTP, and has TLS settings'],
      [
        'TCP with a host',
        (app) => gateway(app, [{ ...TCP, hostname: 'a.example.com' }]),
        'speaks TCP, and has a hostname',
      ],
      [
        'HTTPS without TLS',
        (app) => gateway(app, [{ ...HTTPS, tls: undefined }]),
        'speaks HTTPS, and has no TLS settings',
      ],
      [
        'HTTPS passed through',
        (app) => gateway(app, [{ ...HTTPS, tls: { mode: 'Passthrough' } }]),
        'and passes it through',
      ],
      [
        'passthrough with a certificate',
        (app) => gateway(app, [{ ...TLS, tls: { ...tls, mode: 'Passthrough' } }]),
        'and has a certificate',
      ],
      ['no certificate', (app) => gateway(app, [{ ...HTTPS, tls: { mode: 'Terminate' } }]), 'has no certificate'],
    ],
    right: {
      'each as it should be': (app) => gateway(app, [HTTP, HTTPS, TCP, { ...TLS, tls: { mode: 'Passthrough' } }]),
      'a certificate by the controller’s options': (app) =>
        gateway(app, [{ ...HTTPS, tls: { options: { 'example.com/a': 'b' } } }]),
    },
  },
  EDGE,
);
