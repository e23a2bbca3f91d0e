import { deployment, raw } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';
import { schedule, VELERO } from '../../helpers/velero';

testRule(
  'schema/unknown-field',
  {
    wrong: [
      [
        'a field of a built-in kind',
        (app) => void raw(app, 'd', deployment('web', { container: { imagePulPolicy: 'Always' } })),
        'Deployment app/web: spec.template.spec.containers[0] has the field "imagePulPolicy", which the API does not know. Did you mean "imagePullPolicy"?',
      ],
      [
        'a field of a custom resource',
        schedule({ snapshotVolume: true }),
        'spec.template has the field "snapshotVolume", which the API does not know. Did you mean "snapshotVolumes"?',
      ],
      [
        'a field in the wrong place',
        (app) => void raw(app, 'd', { ...deployment('web'), replicas: 3 }),
        'Deployment app/web: it has the field "replicas", which the API does not know.',
      ],
      [
        'a field that came later',
        (app) => void raw(app, 'd', deployment('web', { spec: { schedulingGroup: {} } })),
        'has the field "schedulingGroup", which came with Kubernetes 1.36; the cluster is 1.34.',
      ],
    ],
    right: {
      'free keys': (app) =>
        void raw(app, 'm', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'm' }, data: { any: 'x' } }),
      'a kind that nobody imported': (app) =>
        void raw(app, 'x', { apiVersion: 'example.com/v1', kind: 'Any', metadata: { name: 'x' }, spec: { any: 1 } }),
    },
  },
  { externals: { ...VELERO.externals, kinds: [...(VELERO.externals?.kinds ?? []), 'example.com/Any'] } },
);
