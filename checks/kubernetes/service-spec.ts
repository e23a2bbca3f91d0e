import { describe } from '../../fleet/object';
import type { ServiceSpec } from '../../imports/k8s';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';

export const serviceSpec: Rule = {
  id: 'kubernetes/service-spec',
  holds: 'a Service has ports, their names and its address as its type asks for',
  category: 'schema',
  effect: 'The API server refuses the Service, and the whole sync fails.',
  source: 'kubernetes v1.36, pkg/apis/core/validation: ValidateService',
  check(cluster, report) {
    for (const entry of cluster.ofKind('Service')) {
      for (const [text, fix, section] of problemsOf(specOf(entry))) {
        report(entry, { message: `${describe(entry.object)} ${text}.`, fix, section });
      }
    }
  },
};

function* problemsOf(spec: ServiceSpec): Iterable<readonly [string, string, string]> {
  const { type = 'ClusterIP', ports = [], clusterIP, externalName, externalTrafficPolicy } = spec;
  if (type === 'ExternalName') {
    if (!externalName) yield ['is a name for a host outside, and does not say which', 'Say `externalName`.', 'spec'];
    return;
  }
  if (ports.length === 0 && clusterIP !== 'None') yield ['has no ports', 'Add one.', 'spec.ports'];
  if (clusterIP === 'None' && type !== 'ClusterIP')
    yield [`is of type ${type} and has no address of its own`, 'Take `clusterIP: None` away.', 'spec.clusterIP'];
  if (externalTrafficPolicy !== undefined && type === 'ClusterIP')
    yield ['says what becomes of traffic from outside, and has none', 'Take it away.', 'spec.externalTrafficPolicy'];
  if (ports.length < 2) return;
  const names = new Set<string>();
  const numbers = new Set<string>();
  for (const { name, port, protocol = 'TCP' } of ports) {
    if (!name) yield ['has several ports and does not name them all', 'Name each.', 'spec.ports'];
    else if (names.has(name)) yield [`has two ports "${name}"`, 'Give one another name.', 'spec.ports'];
    if (name) names.add(name);
    const key = `${protocol} ${port}`;
    if (numbers.has(key)) yield [`has the port ${key} twice`, 'Take one away.', 'spec.ports'];
    numbers.add(key);
  }
}
