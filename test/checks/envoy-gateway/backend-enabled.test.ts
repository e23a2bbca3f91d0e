import { AppProject } from '../../../constructs/argocd/app-project';
import { EnvoyGateway } from '../../../constructs/envoy-gateway/envoy-gateway';
import { EDGE, envoyObject, gateway, route } from '../../helpers/gateway';
import { type Fill, testRule } from '../../helpers/rule';

const to =
  (name: string, enableBackend?: boolean): Fill =>
  (app, cluster) => {
    if (enableBackend !== undefined) {
      new EnvoyGateway(cluster, {
        project: new AppProject(cluster, 'edge', { description: '' }),
        enableBackend,
        className: 'other',
      });
    }
    gateway(app);
    envoyObject(app, 'Backend', 'away', { endpoints: [{ fqdn: { hostname: 'a.example.com', port: 443 } }] });
    route(app, 'HTTPRoute', 'x', {
      rules: [{ backendRefs: [{ group: 'gateway.envoyproxy.io', kind: 'Backend', name }] }],
    });
  };

testRule(
  'envoy-gateway/backend-enabled',
  {
    wrong: [
      ['not read', to('away', false), 'Envoy Gateway does not read Backends'],
      ['not there', to('awya', true), 'which nothing makes. Did you mean "away"?'],
    ],
    right: { read: to('away', true), 'a controller of somebody else': to('away') },
  },
  EDGE,
);
