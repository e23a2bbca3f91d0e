import { type FieldProblem, type Fields, isMap, mapAt } from '../fields';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import { violation } from '../violation';

/** Where providers of a store say their server's address. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  vault: ['server'],
  openBao: ['server'],
  gitlab: ['url'],
  github: ['url', 'uploadURL'],
  kubernetes: [],
  webhook: ['url'],
  infisical: ['hostAPI'],
  secretserver: ['serverURL'],
  senhasegura: ['url'],
  doppler: [],
};

export const storeServer: Rule = {
  id: 'secrets/store-server',
  holds: 'a store’s server is an address, with its scheme',
  effect: 'The store is not Ready (InvalidProviderConfig), and no Secret of it is made.',
  source: 'External Secrets v2.8.0, providers/v1/vault/provider.go, providers/v1/webhook: addresses are parsed as URLs',
  check(cluster, report) {
    for (const kind of ['SecretStore', 'ClusterSecretStore']) {
      for (const entry of cluster.ofKind(`external-secrets.io/${kind}`)) {
        const provider = mapAt(specOf<Fields>(entry), 'provider');
        for (const problem of problemsOf(provider ?? {})) report(entry, violation(entry, problem));
      }
    }
  },
};

function* problemsOf(provider: Fields): Iterable<FieldProblem> {
  for (const [name, settings] of Object.entries(provider)) {
    if (!isMap(settings)) continue;
    for (const field of ADDRESSES[name] ?? []) {
      const text = settings[field];
      if (typeof text !== 'string' || /^https?:\/\/[^/\s]+/.test(text)) continue;
      const at = `spec.provider.${name}.${field}`;
      yield {
        at,
        what: `asks the server "${text}"`,
        fix: `Write it with its scheme: "https://${text.replace(/^[a-z]*:?\/\//i, '')}".`,
      };
    }
  }
}
