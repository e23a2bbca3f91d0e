import { raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

const vault =
  (server: string): Fill =>
  (app) =>
    raw(app, 'store', {
      apiVersion: 'external-secrets.io/v1',
      kind: 'SecretStore',
      metadata: { name: 'vault' },
      spec: {
        provider: {
          vault: { server, path: 'secret', auth: { kubernetes: { mountPath: 'kubernetes', role: 'shop' } } },
        },
      },
    });

testRule(
  'secrets/store-server',
  {
    wrong: [
      ['no scheme', vault('vault.example.com:8200'), 'asks the server "vault.example.com:8200"'],
      ['a slip', vault('htps://vault.example.com'), 'asks the server "htps://vault.example.com"'],
    ],
    right: { 'an address': vault('https://vault.example.com:8200') },
  },
  { externals: { kinds: ['external-secrets.io/SecretStore'] } },
);
