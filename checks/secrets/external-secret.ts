import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { goDurationFix, isGoDuration } from '../syntax/duration';

interface ExternalSecretSpec {
  readonly data?: readonly { readonly secretKey?: string }[];
  readonly dataFrom?: readonly {
    readonly extract?: object;
    readonly find?: object;
    readonly sourceRef?: { readonly generatorRef?: object; readonly storeRef?: object };
  }[];
  readonly target?: { readonly creationPolicy?: string; readonly deletionPolicy?: string };
}

export const externalSecret: Rule = {
  id: 'secrets/external-secret',
  holds: 'an ExternalSecret is one that the operator’s webhook takes',
  category: 'schema',
  effect: 'The webhook refuses the ExternalSecret, and the sync fails.',
  source: 'External Secrets v2.8.0, apis/externalsecrets/v1/externalsecret_validator.go',
  check(cluster, report) {
    for (const entry of cluster.ofKind('external-secrets.io/ExternalSecret')) {
      const { data = [], dataFrom = [], target = {} } = (entry.object['spec'] ?? {}) as ExternalSecretSpec;
      const { refreshInterval } = (entry.object['spec'] ?? {}) as { refreshInterval?: unknown };
      if (typeof refreshInterval === 'string' && !isGoDuration(refreshInterval)) {
        report(entry, {
          message: `${describe(entry.object)} is refreshed every "${refreshInterval}", which is no duration of Go.`,
          fix: `Write ${goDurationFix(refreshInterval)}.`,
          section: 'spec.refreshInterval',
        });
      }
      const say = (what: string, fix: string, section: string) =>
        report(entry, { message: `${describe(entry.object)} ${what}.`, fix, section });
      if (data.length === 0 && dataFrom.length === 0) say('reads nothing', 'Say data or dataFrom.', 'spec.data');
      const { creationPolicy = 'Owner', deletionPolicy = 'Retain' } = target;
      if (deletionPolicy === 'Delete' && ['Merge', 'None', 'CreateOrMerge'].includes(creationPolicy)) {
        say(
          `deletes a Secret that it does not own (creationPolicy ${creationPolicy})`,
          'creationPolicy: Owner.',
          'spec.target',
        );
      }
      if (deletionPolicy === 'Merge' && creationPolicy === 'None') {
        say('merges into no Secret', 'creationPolicy: Owner or Merge.', 'spec.target');
      }
      const keys = data.map(({ secretKey }) => secretKey);
      const twice = keys.find((key, i) => key !== undefined && keys.indexOf(key) !== i);
      if (twice !== undefined && deletionPolicy === 'Retain')
        say(`has the key "${twice}" twice`, 'Once each.', 'spec.data');
      for (const { extract, find, sourceRef } of dataFrom) {
        const ways = [extract, find, sourceRef?.generatorRef].filter(Boolean).length;
        if (ways > 1) say('extracts, finds or generates in one item', 'An item each.', 'spec.dataFrom');
        if (ways === 0 && !sourceRef?.storeRef)
          say('has an item of dataFrom without a source', 'extract or find.', 'spec.dataFrom');
      }
    }
  },
};
