import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { ANNOTATIONS, PREFIX, sendsProxyProtocol } from './annotations';
import { octaviaServicesOf } from './services';

export const loadBalancerAnnotations: Rule = {
  id: 'openstack/load-balancer-annotations',
  holds: 'annotations for Octavia are known, of the right type, in range, and go together',
  category: 'schema',
  effect:
    'What it does not understand, the cloud controller passes over without a word; what Octavia does not take leaves the Service without a load balancer.',
  source: 'kubernetes/cloud-provider-openstack v1.35.0, pkg/openstack/loadbalancer.go; Octavia 16.0.0, api/v2/types',
  check(cluster, report) {
    for (const { entry, annotations, udp, at } of octaviaServicesOf(cluster)) {
      const fail = (text: string, fix: string, severity?: 'warning') =>
        report(entry, { severity, message: `${describe(entry.object)}: ${text}.`, fix, section: at });
      const own = Object.entries(annotations).filter(([key]) => key.startsWith(PREFIX));
      for (const [key, value] of own) {
        const name = key.slice(PREFIX.length);
        const problem = Object.hasOwn(ANNOTATIONS, name) ? ANNOTATIONS[name]?.(value) : undefined;
        if (!Object.hasOwn(ANNOTATIONS, name))
          fail(`${key} is none that it knows`, `Look at the name.${didYouMean(name, Object.keys(ANNOTATIONS))}`);
        else if (problem) fail(`${key} is "${value}"`, problem);
      }
      const said = (name: string) => annotations[`${PREFIX}${name}`];
      const proxied = sendsProxyProtocol(annotations);
      if (proxied && said('x-forwarded-for') === 'true')
        fail('it asks for the PROXY protocol and for X-Forwarded-For', 'Keep one of the two.');
      if (said('x-forwarded-for') === 'true' && entry.object.kind === 'EnvoyProxy')
        fail('X-Forwarded-For makes every port HTTP', 'Use the PROXY protocol, which works for every port.');
      if (proxied && udp)
        fail(
          'it asks for the PROXY protocol, and has a UDP port',
          'Octavia refuses the two together: take the port away, or HTTP/3.',
        );
      const [delay, timeout] = [
        Number(said('health-monitor-delay') ?? Number.NaN),
        Number(said('health-monitor-timeout') ?? Number.NaN),
      ];
      if (timeout >= delay)
        fail(
          `the health monitor waits ${timeout} s for an answer, and asks every ${delay} s`,
          'Make the timeout shorter than the delay.',
          'warning',
        );
    }
  },
};
