import { deployment, raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';
import { all, schedule, VELERO } from '../../helpers/velero';

const hooked =
  (hook: Record<string, string>): Fill =>
  (app) => {
    const annotations = Object.fromEntries(
      Object.entries(hook).map(([key, value]) => [`pre.hook.backup.velero.io/${key}`, value]),
    );
    const web = deployment('web');
    const { template } = web.spec;
    raw(app, 'web', {
      ...web,
      spec: { ...web.spec, template: { ...template, metadata: { ...template.metadata, annotations } } },
    });
  };

testRule(
  'velero/hooks',
  {
    wrong: [
      [
        'a container that is not there',
        hooked({ container: 'mian', command: '["true"]' }),
        'is for the container "mian", which the Pod has not. Did you mean "main"?',
      ],
      [
        'a command that is one word',
        hooked({ container: 'main', command: 'rcon-cli save-all' }),
        'which is run as one word',
      ],
      [
        'an error that is none',
        hooked({ command: '["true"]', 'on-error': 'continue' }),
        'says "continue" for an error',
      ],
      ['a time that is none', hooked({ command: '["true"]', timeout: '2 minutes' }), 'has the timeout "2 minutes"'],
      [
        'a hook of a Schedule',
        all(
          (app) => {
            raw(app, 'd', deployment('web'));
          },
          schedule({
            hooks: {
              resources: [
                {
                  name: 'save',
                  labelSelector: { matchLabels: { app: 'web' } },
                  pre: [{ exec: { container: 'web', command: ['true'] } }],
                },
              ],
            },
          }),
        ),
        'the hook "save" is for the container "web", which none of its Pods has',
      ],
    ],
    right: {
      'as it should be': hooked({
        container: 'main',
        command: '["/bin/sh", "-c", "sync"]',
        timeout: '2m',
        'on-error': 'Continue',
      }),
    },
  },
  VELERO,
);
