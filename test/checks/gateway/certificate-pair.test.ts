import { keyPair } from '../../helpers/certificate';
import { raw } from '../../helpers/cluster';
import { EDGE, gateway, HTTPS } from '../../helpers/gateway';
import { type Fill, testRule } from '../../helpers/rule';

const listener =
  (certificate: string, key: string): Fill =>
  (app) => {
    app.allow('secrets/plaintext', 'A test.');
    const stringData = { 'tls.crt': certificate, 'tls.key': key };
    raw(app, 'own', {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'own' },
      type: 'kubernetes.io/tls',
      stringData,
    });
    gateway(app, [
      { ...HTTPS, hostname: 'a.example.com', tls: { mode: 'Terminate', certificateRefs: [{ name: 'own' }] } },
    ]);
  };
const [one, other, old] = [keyPair(), keyPair(), keyPair('210101')];

testRule(
  'gateway/certificate-pair',
  {
    wrong: [
      ['no certificate', listener('x', one.key), 'tls.crt holds no certificate'],
      ['another’s key', listener(one.certificate, other.key), 'tls.key is not the key of tls.crt'],
      ['no key', listener(one.certificate, 'x'), 'tls.key holds no private key'],
      ['one that is over', listener(old.certificate, old.key), 'tls.crt holds a certificate that was valid until'],
    ],
    right: { 'a pair': listener(one.certificate, one.key) },
  },
  EDGE,
);
