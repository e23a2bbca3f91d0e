import { all, GATEKEEPER, object } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

const template = (name = 'k8slabels', spec: object = {}) =>
  object('templates.gatekeeper.sh/v1', 'ConstraintTemplate', name, {
    spec: {
      crd: {
        spec: {
          names: { kind: 'K8sLabels' },
          validation: {
            openAPIV3Schema: {
              type: 'object',
              required: ['labels'],
              properties: {
                labels: { type: 'array', items: { type: 'string' } },
                mode: { type: 'string', enum: ['any', 'all'] },
                most: { type: 'integer', maximum: 5 },
              },
            },
          },
        },
      },
      targets: [
        {
          target: 'admission.k8s.gatekeeper.sh',
          code: [{ engine: 'K8sNativeValidation', source: { validations: [{ expression: 'true', message: 'm' }] } }],
        },
      ],
      ...spec,
    },
  });
const constraint = (spec: object = {}, kind = 'K8sLabels') =>
  object('constraints.gatekeeper.sh/v1beta1', kind, 'constraint', {
    spec: { enforcementAction: 'deny', parameters: { labels: ['a'] }, ...spec },
  });

testRule(
  'gatekeeper/enforcement-action',
  {
    wrong: [['mistyped', all(template(), constraint({ enforcementAction: 'dry-run' })), 'Did you mean "dryrun"?']],
    right: {
      known: all(template(), constraint({ enforcementAction: 'dryrun' })),
    },
  },
  GATEKEEPER,
);
