import { AppProject } from '../../../constructs/argocd/app-project';
import { HelmApplication } from '../../../constructs/argocd/helm-application';
import { Namespace } from '../../../constructs/kubernetes/namespace';
import { CEL, celPolicy, object } from '../../helpers/policies';
import { type Fill, testRule } from '../../helpers/rule';

/** Kyverno by its chart, a policy, and an exception from it. */
const kyverno =
  (features: object): Fill =>
  (app, cluster) => {
    const chart = new HelmApplication(cluster, 'kyverno', {
      project: new AppProject(cluster, 'policies', { description: 'Policies' }),
      namespace: 'kyverno',
      repository: 'https://kyverno.github.io/kyverno',
      chart: 'kyverno',
      version: '3.9.0',
      values: { config: { preserve: false }, features },
      declares: { kinds: ['apps/Deployment'] },
    });
    new Namespace(chart, 'kyverno');
    celPolicy()(app, cluster);
    object('policies.kyverno.io/v1', 'PolicyException', 'exception', {
      spec: {
        policyRefs: [{ kind: 'ValidatingPolicy', name: 'policy' }],
        matchConditions: [{ name: 'a', expression: 'true' }],
      },
    })(app, cluster);
  };

testRule(
  'kyverno/exceptions-enabled',
  {
    wrong: [
      ['off', kyverno({}), 'the chart’s exceptions are off'],
      [
        'of another namespace',
        kyverno({ policyExceptions: { enabled: true, namespace: 'other' } }),
        'Kyverno reads exceptions of other only',
      ],
    ],
    right: {
      on: kyverno({ policyExceptions: { enabled: true, namespace: '*' } }),
    },
  },
  CEL,
);
