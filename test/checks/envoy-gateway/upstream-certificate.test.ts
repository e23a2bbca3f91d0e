import { EDGE, envoyObject, proxyWith } from '../../helpers/gateway';
import type { Fill } from '../../helpers/rule';
import { testRule } from '../../helpers/rule';

const ref = (name: string, namespace?: string) => ({
  kind: 'Secret',
  group: '',
  name,
  ...(namespace && { namespace }),
});
const proxy = (secret: object) => proxyWith({ backendTLS: { clientCertificateRef: secret } });
const outside =
  (secret: object): Fill =>
  (app) =>
    envoyObject(app, 'Backend', 'outside', {
      endpoints: [{ fqdn: { hostname: 'api.example.com', port: 443 } }],
      tls: { wellKnownCACertificates: 'System', clientCertificateRef: secret },
    });

testRule(
  'envoy-gateway/upstream-certificate',
  {
    wrong: [
      ['a Secret that is not there', proxy(ref('tsl')), 'which nothing makes in app. Did you mean "tls"?'],
      ['one of another namespace', proxy(ref('tls', 'certs')), 'shows backends the certificate of a Secret in certs'],
      ['a Backend’s', outside(ref('tsl')), 'the Secret "tsl", which nothing makes in app'],
    ],
    right: { 'an EnvoyProxy’s': proxy(ref('tls')), 'a Backend’s own': outside(ref('tls')) },
  },
  EDGE,
);
