import { describe } from '../../fleet/object';
import type { Rule } from '../rule';

export const sealedSecret: Rule = {
  id: 'secrets/sealed-secret',
  holds: 'a SealedSecret holds what was sealed, under the name and scope it was sealed for',
  effect:
    'The controller cannot open it (Synced=False): the Secret is not made; a text that is not sealed can be read by all.',
  source: 'Sealed Secrets v0.36.1, pkg/apis/sealedsecrets/v1alpha1: Unseal; README: scopes',
  check(cluster, report) {
    for (const entry of cluster.ofKind('bitnami.com/SealedSecret')) {
      const { encryptedData = {}, template } = (entry.object['spec'] ?? {}) as {
        encryptedData?: Readonly<Record<string, string>>;
        template?: { metadata?: { annotations?: Readonly<Record<string, string>>; name?: string } };
      };
      const say = (what: string, fix: string, section: string) =>
        report(entry, { message: `${describe(entry.object)} ${what}.`, fix, section });
      for (const [key, value] of Object.entries(encryptedData)) {
        // A sealed text begins with the length of an RSA-2048 or RSA-4096 key's session key, and is never short.
        if (/^[A-Za-z0-9+/]{300,}={0,2}$/.test(value)) continue;
        say(
          `has in "${key}" what kubeseal did not seal`,
          'Put there what `kubeseal --raw` printed.',
          `spec.encryptedData.${key}`,
        );
      }
      const scopes = Object.keys(template?.metadata?.annotations ?? {}).filter((name) =>
        /^sealedsecrets\.bitnami\.com\/(?:namespace|cluster)-wide$/.test(name),
      );
      const own = entry.object.metadata.annotations ?? {};
      for (const scope of scopes) {
        if (own[scope] === undefined)
          say(
            'has its scope in the template, where nobody looks for it',
            `Write ${scope} into the object's own annotations.`,
            'spec.template',
          );
      }
      const { name } = template?.metadata ?? {};
      if (name !== undefined && name !== entry.object.metadata.name) {
        say(
          `asks for a Secret "${name}", and makes one of its own name`,
          'Rename the SealedSecret.',
          'spec.template.metadata.name',
        );
      }
    }
  },
};
