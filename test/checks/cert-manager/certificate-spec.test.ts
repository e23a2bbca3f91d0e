import { CERT_MANAGER, certificate } from '../../helpers/cert-manager';
import { testRule } from '../../helpers/rule';

testRule(
  'cert-manager/certificate-spec',
  {
    wrong: [
      ['no name', certificate({ dnsNames: undefined }), 'is for no name'],
      ['a long common name', certificate({ commonName: 'a'.repeat(65) }), 'a common name of more than 64 bytes'],
      [
        'a literal subject and a part of one',
        certificate({ literalSubject: 'CN=a', subject: { countries: ['SE'] } }),
        'a literal subject, and parts of one',
      ],
      [
        'a signature of another key',
        certificate({ signatureAlgorithm: 'ECDSAWithSHA256' }),
        'signs by ECDSAWithSHA256 with a key of RSA',
      ],
      ['a small key', certificate({ privateKey: { algorithm: 'RSA', size: 1024 } }), 'a key of RSA with 1024 bits'],
      ['renewed too late', certificate({ renewBefore: '1m' }), 'less than five minutes before its end'],
      [
        'renewed before it is there',
        certificate({ duration: '2h', renewBefore: '2h' }),
        'renewBefore is not less than its duration',
      ],
      ['a percentage of all', certificate({ renewBeforePercentage: 100 }), 'after 100 % of its time'],
      [
        'a keystore without a password',
        certificate({ keystores: { jks: { create: true } } }),
        'has no password for its jks',
      ],
      [
        'two passwords',
        certificate({
          keystores: { pkcs12: { create: true, password: 'a', passwordSecretRef: { name: 'a', key: 'b' } } },
        }),
        'has two passwords for its pkcs12',
      ],
      [
        'windows of a renewal that is off',
        certificate({ renewal: { policy: 'Disabled', windows: [{ cron: '0 3 * * *', windowDuration: '1h' }] } }),
        'windows for a renewal that is off',
      ],
      [
        'six fields',
        certificate({ renewal: { policy: 'RenewBefore', windows: [{ cron: '0 0 3 * * *', windowDuration: '1h' }] } }),
        'it has 6 fields instead of 5',
      ],
      ['no revisions', certificate({ revisionHistoryLimit: 0 }), 'keeps 0 revisions'],
      [
        'a format twice',
        certificate({ additionalOutputFormats: [{ type: 'DER' }, { type: 'DER' }] }),
        'the output format DER twice',
      ],
      [
        'an annotation of cert-manager',
        certificate({ secretTemplate: { annotations: { 'cert-manager.io/issuer-name': 'a' } } }),
        'the annotation cert-manager.io/issuer-name',
      ],
    ],
    right: {
      'as it should be': certificate({
        renewBefore: '720h',
        privateKey: { algorithm: 'ECDSA', size: 384 },
        signatureAlgorithm: 'ECDSAWithSHA384',
      }),
      'a literal subject': certificate({ dnsNames: undefined, literalSubject: 'CN=web,O=example' }),
    },
  },
  CERT_MANAGER,
);
