import { pod, raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

const job =
  (restartPolicy: string): Fill =>
  (app) =>
    raw(app, 'job', {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'job' },
      spec: { template: pod({ app: 'job' }, { spec: { restartPolicy } }) },
    });
const web =
  (restartPolicy: string): Fill =>
  (app) =>
    raw(app, 'web', {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web' },
      spec: { selector: { matchLabels: { app: 'web' } }, template: pod({ app: 'web' }, { spec: { restartPolicy } }) },
    });

testRule('kubernetes/restart-policy', {
  wrong: [
    ['a Deployment that ends', web('Never'), 'has the restartPolicy Never'],
    ['a Job that never ends', job('Always'), 'has the restartPolicy Always'],
  ],
  right: { 'a Job': job('OnFailure'), 'a Deployment': web('Always') },
});
