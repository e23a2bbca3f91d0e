import { AppProject } from '../../../constructs/argocd/app-project';
import { HelmApplication } from '../../../constructs/argocd/helm-application';
import { Namespace } from '../../../constructs/kubernetes/namespace';
import { type Fill, testRule } from '../../helpers/rule';

const kyverno =
  (values: object): Fill =>
  (_, cluster) => {
    const chart = new HelmApplication(cluster, 'kyverno', {
      project: new AppProject(cluster, 'policies', { description: 'Policies' }),
      namespace: 'kyverno',
      repository: 'https://kyverno.github.io/kyverno',
      chart: 'kyverno',
      version: '3.9.0',
      values: { ...values },
      declares: { kinds: ['apps/Deployment'] },
    });
    new Namespace(chart, 'kyverno');
  };

testRule(
  'kyverno/preserve',
  {
    wrong: [['as the chart has it', kyverno({}), 'installs Kyverno with config.preserve']],
    right: {
      off: kyverno({ config: { preserve: false } }),
    },
  },
  {},
);
