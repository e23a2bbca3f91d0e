import { describe } from '../../fleet/object';
import { type Fields, mapAt, textAt } from '../fields';
import type { Rule } from '../rule';
import { secretsOf } from '../secrets-of';
import { specOf } from '../spec-of';
import { BGP_PEER } from './pools';

const TYPE = 'kubernetes.io/basic-auth';

export const peerPassword: Rule = {
  id: 'metallb/peer-password',
  holds: 'a peer’s password is in a Secret of the right type, beside it',
  category: 'reference',
  effect: 'MetalLB’s configuration is stale from then on, and the session is not made.',
  source: 'MetalLB v0.16.1, internal/config/config.go: peerFromCR, passwordFromSecretForPeer',
  check(cluster, report) {
    const secrets = secretsOf(cluster);
    for (const entry of cluster.ofKind(BGP_PEER)) {
      const spec = specOf<Fields>(entry);
      const name = textAt(mapAt(spec, 'passwordSecret'), 'name');
      if (name === '') continue;
      const say = (what: string, fix: string) =>
        report(entry, { message: `${describe(entry.object)} ${what}.`, fix, section: 'spec.passwordSecret' });
      if (textAt(spec, 'password') !== '') say('has a password, and a Secret with one', 'The Secret alone.');
      // It is looked up in MetalLB's own namespace, which is the peer's.
      const namespace = entry.object.metadata.namespace ?? '';
      const secret = cluster.find('Secret', namespace, name)?.object;
      if (!secret) {
        if (!secrets.has(`${namespace}/${name}`))
          say(
            `takes its password from the Secret "${name}", which is not in ${namespace}`,
            'Make it there, or declare it by `external("Secret", …)`.',
          );
        continue;
      }
      if (secret['type'] !== TYPE)
        say(`takes its password from a Secret of the type ${String(secret['type'] ?? 'Opaque')}`, `\`type: ${TYPE}\`.`);
      else if (
        !['data', 'stringData'].some((field) => mapAt(secret as unknown as Fields, field)?.['password'] !== undefined)
      ) {
        say(`takes its password from the Secret "${name}", which has none`, 'The key `password`.');
      }
    }
  },
};
