import { acme, CERT_MANAGER, issuer } from '../../helpers/cert-manager';
import { testRule } from '../../helpers/rule';

testRule(
  'cert-manager/issuer-spec',
  {
    wrong: [
      ['no kind of issuer', issuer({}), 'says none of acme, ca, selfSigned, vault, venafi in spec'],
      ['no Secret of a CA', issuer({ ca: { secretName: '' } }), 'lacks spec.ca.secretName'],
      [
        'no server',
        acme({ dns01: { webhook: { groupName: 'a', solverName: 'a' } } }, { server: '' }),
        'lacks spec.acme.server',
      ],
      [
        'a CA, and no question for it',
        acme({ dns01: { webhook: { groupName: 'a', solverName: 'a' } } }, { skipTLSVerify: true, caBundle: 'YQ==' }),
        'trusts a CA, and asks for no certificate',
      ],
      [
        'a bundle without a certificate',
        acme({ dns01: { webhook: { groupName: 'a', solverName: 'a' } } }, { caBundle: 'YQ==' }),
        'a bundle without a certificate',
      ],
      [
        'two kinds of solver',
        acme({ http01: { ingress: {} }, dns01: { webhook: { groupName: 'a', solverName: 'a' } } }),
        'says http01 and dns01',
      ],
      [
        'an Ingress by class and name',
        acme({ http01: { ingress: { ingressClassName: 'a', name: 'b' } } }),
        'says ingressClassName and name of an Ingress',
      ],
      [
        'Cloudflare’s key without an address',
        acme({ dns01: { cloudflare: { apiKeySecretRef: { name: 'a', key: 'b' } } } }),
        'lacks spec.acme.solvers[0].dns01.cloudflare.email',
      ],
      [
        'an IPv6 address without brackets',
        acme({ dns01: { rfc2136: { nameserver: '2001:db8::1' } } }),
        'asks the name server "2001:db8::1"',
      ],
      [
        'an algorithm that there is not',
        acme({ dns01: { rfc2136: { nameserver: 'ns:53', tsigAlgorithm: 'HMACSHA3' } } }),
        'the algorithm "HMACSHA3"',
      ],
      [
        'an identity twice',
        acme({
          dns01: {
            azureDNS: {
              subscriptionID: 'a',
              resourceGroupName: 'b',
              managedIdentity: { clientID: 'c', resourceID: 'd' },
            },
          },
        }),
        'names its managed identity twice',
      ],
      [
        'Vault without a way in',
        issuer({ vault: { server: 'https://v', path: 'pki/sign/a', auth: {} } }),
        'no way to log in to Vault',
      ],
      [
        'half of a client certificate',
        issuer({
          vault: {
            server: 'https://v',
            path: 'p',
            clientKeySecretRef: { name: 'a' },
            auth: { tokenSecretRef: { name: 'a', key: 'b' } },
          },
        }),
        'a client certificate or its key, and not both',
      ],
      [
        'Venafi without a zone',
        issuer({ venafi: { cloud: { apiTokenSecretRef: { name: 'a', key: 'b' } }, zone: '' } }),
        'lacks spec.venafi.zone',
      ],
    ],
    right: {
      'self-signed': issuer(),
      'ACME by DNS': acme({
        dns01: {
          rfc2136: {
            nameserver: '[2001:db8::1]:53',
            tsigAlgorithm: 'HMACSHA512',
            tsigKeyName: 'a',
            tsigSecretSecretRef: { name: 'a', key: 'b' },
          },
        },
      }),
      Vault: issuer({
        vault: {
          server: 'https://v',
          path: 'pki/sign/a',
          auth: { kubernetes: { role: 'a', serviceAccountRef: { name: 'b' } } },
        },
      }),
    },
  },
  CERT_MANAGER,
);
