import { describe } from '../../fleet/object';
import { groupBy } from '../group-by';
import type { Rule } from '../rule';
import { listenersByOwner, unprogrammed } from './listeners';
import { GATEWAY, gatewaySpec } from './shapes';

export const listenerUnique: Rule = {
  id: 'gateway/listener-unique',
  holds: 'a Gateway’s listeners have names of their own, and one each for port, protocol and host; 64 at most',
  reason: 'HostnameConflict',
  category: 'schema',
  effect: 'The API server refuses the Gateway, with all its listeners.',
  source: 'Gateway API v1.6.1, config/crd: validation of spec.listeners',
  check(cluster, report) {
    for (const [owner, listeners] of listenersByOwner(cluster)) {
      const tellTwice = (what: string, key: (l: (typeof listeners)[number]) => string) => {
        for (const [value, same] of groupBy(listeners, key)) {
          if (same.length < 2) continue;
          report(owner, {
            message: `${describe(owner.object)} has ${same.length} listeners ${what} ${value}.`,
            fix: 'Give one of them another, or take it away.',
            section: 'spec.listeners',
            also: unprogrammed(owner),
          });
        }
      };
      tellTwice('named', ({ name }) => `"${name}"`);
      tellTwice('for', ({ port, protocol, hostname }) => `${protocol} ${hostname || '*'}:${port}`);
      if (listeners.length <= 64) continue;
      report(owner, {
        message: `${describe(owner.object)} has ${listeners.length} listeners; 64 are the most.`,
        fix: 'Put some into a ListenerSet or another Gateway.',
        section: 'spec.listeners',
      });
    }
    for (const owner of cluster.ofKind(GATEWAY)) {
      const { listeners = [], allowedListeners } = gatewaySpec(owner);
      if (listeners.length > 0 || allowedListeners) continue;
      report(owner, {
        message: `${describe(owner.object)} has no listeners.`,
        fix: 'Add one: `gateway.addHttpListener(…)`.',
        section: 'spec.listeners',
      });
    }
  },
};
