import type { Application } from '../../../fleet/application';
import { deployment, raw } from '../../helpers/cluster';
import { EDGE, gateway, route, web } from '../../helpers/gateway';
import { CEL, celPolicy, object } from '../../helpers/policies';
import { type Fill, testRule } from '../../helpers/rule';

const NAMESPACES = {
  resourceRules: [
    { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE', 'UPDATE'], resources: ['namespaces'] },
  ],
};
const policyTypes = 'dyn([dyn("Ingress")])';

/** A policy that makes a NetworkPolicy of this spec in Namespaces. */
const generating = (spec: string, rest: object = {}) =>
  celPolicy(
    {
      matchConstraints: NAMESPACES,
      generate: [
        {
          expression: `generator.Apply(object.metadata.name, [{"apiVersion": dyn("networking.k8s.io/v1"), "kind": dyn("NetworkPolicy"), "metadata": dyn({"name": dyn("deny")}), "spec": dyn(${spec})}])`,
        },
      ],
      ...rest,
    },
    'GeneratingPolicy',
  );
const DENY = generating(`{"podSelector": dyn({}), "policyTypes": ${policyTypes}}`);

/** A Service that two routes send to. */
function routed(app: Application) {
  web(app);
  gateway(app);
  route(app, 'HTTPRoute', 'one', { hostnames: ['one.example.com'] });
  route(app, 'HTTPRoute', 'two', { hostnames: ['two.example.com'] });
}

const cluster =
  (denial: Fill, ...others: readonly Fill[]): Fill =>
  (app, test) => {
    routed(app);
    for (const fill of [denial, ...others]) fill(app, test);
  };
const opening = (podSelector: object, spec: object = { ingress: [{}] }) =>
  object('networking.k8s.io/v1', 'NetworkPolicy', 'open', { spec: { podSelector, ...spec } });

testRule(
  'policy/closed',
  {
    wrong: [
      ['nothing opens it', cluster(DENY), 'makes in app lets nothing in'],
      [
        'other Pods are opened',
        cluster(DENY, opening({ matchLabels: { app: 'other' } }), (app) => raw(app, 'other', deployment('other'))),
        'Service app/web takes',
      ],
      [
        'only what goes out is opened',
        cluster(DENY, opening({}, { egress: [{}], policyTypes: ['Egress'] })),
        'Service app/web takes',
      ],
    ],
    right: {
      'opened for its Pods': cluster(DENY, opening({ matchLabels: { app: 'web' } })),
      'opened for all': cluster(DENY, opening({})),
      'a policy for other namespaces': cluster(
        generating(`{"podSelector": dyn({}), "policyTypes": ${policyTypes}}`, {
          matchConditions: [{ name: 'other', expression: 'object.metadata.name != "app"' }],
        }),
      ),
      'a policy that lets in': cluster(
        generating(`{"podSelector": dyn({}), "ingress": dyn([dyn({})]), "policyTypes": ${policyTypes}}`),
      ),
      'a policy for some Pods': cluster(
        generating(`{"podSelector": dyn({"matchLabels": dyn({"app": dyn("x")})}), "policyTypes": ${policyTypes}}`),
      ),
    },
  },
  {
    ...EDGE,
    ...CEL,
    externals: { ...EDGE.externals, kinds: [...EDGE.externals.kinds, ...(CEL.externals?.kinds ?? [])] },
  },
);
