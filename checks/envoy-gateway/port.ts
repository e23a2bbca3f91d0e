import { ENVOY_OWN_PORTS, ENVOY_PORT_SHIFT } from '../../facts/envoy-gateway';
import { describe } from '../../fleet/object';
import { type Listener, listenersOf } from '../gateway/listeners';
import { groupBy } from '../group-by';
import type { Rule } from '../rule';
import { isEnvoys, kubernetesOf, proxiesOf } from './settings';

export const port: Rule = {
  id: 'envoy-gateway/port',
  holds: 'ports of a Gateway stay apart inside the proxy, and leave it its own',
  effect: 'Two listeners want one port inside the proxy: it does not start, or one of them is silent.',
  source:
    'Envoy Gateway v1.9.0, internal/gatewayapi/helpers.go: servicePortToContainerPort; ports 19001 to 19003 are its own',
  check(cluster, report) {
    for (const [gateway, listeners] of groupBy(listenersOf(cluster), (l) => l.gateway ?? l.owner)) {
      const proxies = proxiesOf(cluster, gateway);
      if (!isEnvoys(cluster, gateway) || proxies.some((p) => kubernetesOf(p)['useListenerPortAsContainerPort']))
        continue;
      for (const [inside, same] of groupBy(listeners, insideOf)) {
        const ports = [...new Set(same.map((listener) => listener.port))];
        const own = inside.endsWith('/TCP') && ENVOY_OWN_PORTS.includes(Number(inside.split('/')[0]));
        if (ports.length < 2 && !own) continue;
        report(gateway, {
          message: `${describe(gateway.object)}: ${own ? `port ${ports.join(', ')} is Envoy's own` : `ports ${ports.join(' and ')} are both ${inside} inside the proxy`}.`,
          fix: own
            ? `Take another than ${ENVOY_OWN_PORTS.join(', ')}.`
            : 'Ports below 1024 get 10000 added there: take another for one of them.',
          section: 'spec.listeners',
        });
      }
    }
  },
};

function insideOf({ port = 0, protocol }: Listener): string {
  return `${port < 1024 ? port + ENVOY_PORT_SHIFT : port}/${protocol === 'UDP' ? 'UDP' : 'TCP'}`;
}
