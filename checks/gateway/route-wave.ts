import { SYNC_WAVE } from '../../fleet/derive/annotations';
import { describe } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import type { Rule } from '../rule';
import { attachmentsOf } from './attachments';

export const routeWave: Rule = {
  id: 'gateway/route-wave',
  holds: 'a route is not synced in an earlier wave than its Gateway',
  category: 'reference',
  effect:
    'Argo CD waits for the route, which without its Gateway is Progressing for ever: later waves, the Gateway among them, are never synced.',
  source: 'Argo CD v3.4.4, resource_customizations/gateway.networking.k8s.io/HTTPRoute/health.lua',
  check(cluster, report) {
    for (const { route, parent, at } of attachmentsOf(cluster)) {
      if (!parent || route.application === parent.application) continue;
      const [own, gateway] = [waveOf(cluster, route.application), waveOf(cluster, parent.application)];
      if (own === undefined || gateway === undefined || own >= gateway) continue;
      report(route, {
        message: `${describe(route.object)} is in application ${route.application} (wave ${own}), and ${describe(parent.object)} in ${parent.application} (wave ${gateway}).`,
        fix: `Take away what waits for ${route.application} (\`dependsOn\`, or a Namespace that others use: give it an application of its own), or let ${route.application} depend on ${parent.application}.`,
        section: at,
      });
    }
  },
};

/** The wave of an application, as it was derived. */
function waveOf(cluster: ClusterView, application: string | undefined): number | undefined {
  const entry = application === undefined ? undefined : cluster.applicationObject(application);
  const wave = entry?.object.metadata.annotations?.[SYNC_WAVE];
  return wave === undefined ? undefined : Number(wave);
}
