import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { isAdmitted, parentOf } from './listeners';
import { GATEWAY, gatewaySpec, LISTENER_SET } from './shapes';

export const listenerSetAllowed: Rule = {
  id: 'gateway/listener-set-allowed',
  holds: 'a ListenerSet names its Gateway, which lets its namespace in',
  reason: 'NotAllowed',
  category: 'reference',
  effect: 'Its listeners are not served: NotAllowed, or no status at all where the Gateway is not there.',
  source: 'Gateway API v1.6.1, Gateway.spec.allowedListeners: from None where it says nothing',
  check(cluster, report) {
    for (const set of cluster.ofKind(LISTENER_SET)) {
      const { parentRef } = gatewaySpec(set);
      const { namespace = '' } = set.object.metadata;
      const gateway = parentOf(cluster, set);
      if (!gateway) {
        const home = parentRef?.namespace ?? namespace;
        report(set, {
          message: `${describe(set.object)} adds to Gateway ${home}/${parentRef?.name}, which nothing makes.${didYouMean(parentRef?.name ?? '', cluster.names(GATEWAY, home))}`,
          fix: 'Name a Gateway of this cluster, with its namespace.',
          section: 'spec.parentRef',
        });
        continue;
      }
      const { allowedListeners } = gatewaySpec(gateway);
      if (
        isAdmitted(cluster, allowedListeners?.namespaces, gateway.object.metadata.namespace, namespace, 'None') !==
        false
      )
        continue;
      report(set, {
        message: `${describe(gateway.object)} takes no listeners of the namespace ${namespace}, where ${describe(set.object)} is.`,
        fix: 'Let it in: `allowedListeners.namespaces` of the Gateway.',
        section: 'spec.parentRef',
      });
    }
  },
};
