import { deployment, pod, raw } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';

const selecting = (selector: object, labels: Record<string, string>) => (app: Parameters<typeof raw>[0]) =>
  void raw(app, 'd', { ...deployment('web'), spec: { selector, template: pod(labels) } });

testRule('kubernetes/selector-matches-template', {
  wrong: [
    [
      'other labels',
      selecting({ matchLabels: { app: 'web' } }, { app: 'wob' }),
      'does not select the labels of its own Pods',
    ],
    [
      'an expression',
      selecting({ matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] }, { app: 'web' }),
      'does not select',
    ],
  ],
  right: {
    'some of the labels': selecting(
      { matchLabels: { app: 'web' }, matchExpressions: [{ key: 'b', operator: 'Exists' }] },
      { app: 'web', b: 'c' },
    ),
  },
});
