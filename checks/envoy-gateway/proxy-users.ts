import type { Entry } from '../../fleet/model';
import type { ClusterView } from '../cluster-view';
import type { FieldProblem } from '../fields';
import { GATEWAY, GATEWAY_CLASS, type Reference } from '../gateway/shapes';
import type { Violation } from '../rule';
import { violation } from '../violation';
import { proxiesOf } from './settings';

/** An EnvoyProxy that the controller refuses, as a rule reports it: with the class and the Gateways that take it. */
export function refusedProxy(cluster: ClusterView, proxy: Entry, problem: FieldProblem): Violation {
  const users = [...classesOf(cluster, proxy), ...gatewaysOf(cluster, proxy)];
  const reason = 'InvalidParameters';
  const also = users.map((entry) => ({ entry, reason }));
  return violation(proxy, { ...problem, reason, also });
}

/** Gateways that have their settings from an EnvoyProxy. */
export function gatewaysOf(cluster: ClusterView, proxy: Entry): Entry[] {
  return [...cluster.ofKind(GATEWAY)].filter((gateway) => proxiesOf(cluster, gateway).includes(proxy));
}

function classesOf(cluster: ClusterView, proxy: Entry): Entry[] {
  return [...cluster.ofKind(GATEWAY_CLASS)].filter(({ object }) => {
    const ref = (object['spec'] as { parametersRef?: Reference } | undefined)?.parametersRef;
    return ref?.name === proxy.object.metadata.name && (ref.namespace ?? 'default') === proxy.object.metadata.namespace;
  });
}
