import { HelmApplication } from '../../../constructs/argocd/helm-application';
import { Namespace, type PodSecurityLevel } from '../../../constructs/kubernetes/namespace';
import { type Fill, testRule } from '../../helpers/rule';
import { VELERO } from '../../helpers/velero';

const installed =
  (podSecurity: PodSecurityLevel, deployNodeAgent: boolean): Fill =>
  (app, cluster) => {
    const velero = new HelmApplication(cluster, 'velero', {
      project: app.project,
      namespace: 'velero',
      repository: 'https://charts.example.com',
      chart: 'velero',
      version: '12.1.0',
      values: { deployNodeAgent },
      declares: { kinds: ['apps/Deployment'] },
    });
    new Namespace(velero, 'velero', { podSecurity });
  };

testRule(
  'velero/node-agent-namespace',
  {
    wrong: [
      [
        'restricted',
        installed('restricted', true),
        "Namespace velero enforces restricted, and Velero's node-agent mounts folders",
      ],
      ['baseline', installed('baseline', true), 'enforces baseline'],
    ],
    right: {
      privileged: installed('privileged', true),
      'without it': installed('restricted', false),
    },
  },
  VELERO,
);
