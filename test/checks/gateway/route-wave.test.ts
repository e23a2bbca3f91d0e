import { AppProject } from '../../../constructs/argocd/app-project';
import { ConfigMap } from '../../../constructs/kubernetes/config-map';
import { Application } from '../../../fleet/application';
import { EDGE, gateway, gatewayObject, HTTP, web } from '../../helpers/gateway';
import { type Fill, testRule } from '../../helpers/rule';

/** A route in an application of its own, and one more application that may wait for it. */
const three =
  (order: (route: Application, later: Application, edge: Application) => void): Fill =>
  (app, cluster) => {
    gateway(app, [{ ...HTTP, allowedRoutes: { namespaces: { from: 'All' } } }]);
    const project = new AppProject(cluster, 'p', { description: '' });
    const route = new Application(cluster, 'route', { project, namespace: 'app' });
    web(route);
    gatewayObject(route, 'HTTPRoute', 'x', {
      parentRefs: [{ name: 'edge', namespace: 'app' }],
      rules: [{ backendRefs: [{ name: 'web', port: 80 }] }],
    });
    const later = new Application(cluster, 'later', { project, namespace: 'app' });
    new ConfigMap(later, 'm', { data: {} });
    order(route, later, app);
  };

/** A Gateway, its route and something else, in an application each. */
const inTwo =
  (order: (edge: Application, route: Application, later: Application) => void): Fill =>
  (_, cluster) => {
    const project = new AppProject(cluster, 'edge', { description: '' });
    const edge = new Application(cluster, 'edge', { project, namespace: 'app' });
    gateway(edge, [{ ...HTTP, allowedRoutes: { namespaces: { from: 'All' } } }]);
    const route = new Application(cluster, 'route', { project, namespace: 'app' });
    web(route);
    gatewayObject(route, 'HTTPRoute', 'x', {
      parentRefs: [{ name: 'edge' }],
      rules: [{ backendRefs: [{ name: 'web', port: 80 }] }],
    });
    const later = new Application(cluster, 'later', { project, namespace: 'app' });
    new ConfigMap(later, 'm', { data: {} });
    order(edge, route, later);
  };

testRule(
  'gateway/route-wave',
  {
    wrong: [
      [
        'the Gateway’s application waits for the route’s',
        inTwo((edge, route) => void edge.dependsOn(route)),
        'is in application route (wave -1), and Gateway app/edge in edge (wave 0)',
      ],
    ],
    right: {
      'something else waits for the route: its Gateway is as early': inTwo(
        (_, route, later) => void later.dependsOn(route),
      ),
      'nothing waits': three(() => {}),
      'the route waits for its Gateway': three((route, later, edge) => void later.dependsOn(route.dependsOn(edge))),
    },
  },
  EDGE,
);
