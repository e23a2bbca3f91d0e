import { deployment, raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

const spread =
  (app: string): Fill =>
  (application) => {
    const constraint = {
      maxSkew: 1,
      topologyKey: 'kubernetes.io/hostname',
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: { matchLabels: { app } },
    };
    raw(application, 'web', deployment('web', { spec: { topologySpreadConstraints: [constraint] } }));
  };

testRule('kubernetes/topology-spread', {
  wrong: [['others', spread('api'), 'is spread over kubernetes.io/hostname by labels that its Pods do not have']],
  right: { itself: spread('web') },
});
