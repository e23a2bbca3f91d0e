import { type FieldProblem, type Fields, isMap, listAt, mapAt, textAt } from '../fields';
import type { Rule } from '../rule';
import { refusedProxy } from './proxy-users';
import { ENVOY_PROXY } from './settings';

export const filterOrder: Rule = {
  id: 'envoy-gateway/filter-order',
  holds: 'the order of filters is no circle',
  effect: 'InvalidParameters: the EnvoyProxy is not accepted, and its Gateways are not programmed.',
  source: 'Envoy Gateway v1.9.0, api/v1alpha1/validation/envoyproxy_validate.go: validateFilterOrder',
  check(cluster, report) {
    for (const proxy of cluster.ofKind(ENVOY_PROXY)) {
      const order = listAt(mapAt(proxy.object, 'spec'), 'filterOrder').filter(isMap);
      const problem = problemOf(order);
      if (problem) report(proxy, refusedProxy(cluster, proxy, problem));
    }
  },
};

function problemOf(order: readonly Fields[]): FieldProblem | undefined {
  const after = new Map<string, string[]>();
  for (const position of order) {
    const [name, before, behind] = ['name', 'before', 'after'].map((field) => textAt(position, field));
    const [from = '', to = ''] = before ? [name, before] : [behind, name];
    if (from && to && reaches(after, to, from)) {
      const what = `puts the filter ${from} before ${to}, and ${to} before ${from}`;
      return { at: 'spec.filterOrder', what, fix: 'Take one of the positions away.' };
    }
    after.set(from, [...(after.get(from) ?? []), to]);
  }
  return undefined;
}

function reaches(after: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  return from === to || (after.get(from) ?? []).some((next) => reaches(after, next, to));
}
