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
  'gatekeeper/parameters',
  {
    wrong: [
      ['missing', all(template(), constraint({ parameters: {} })), 'spec.parameters.labels is missing'],
      [
        'of another type',
        all(template(), constraint({ parameters: { labels: 'a' } })),
        'spec.parameters.labels is no array',
      ],
      ['mistyped', all(template(), constraint({ parameters: { labels: [], mod: 'any' } })), 'Did you mean "mode"?'],
      [
        'of no such value',
        all(template(), constraint({ parameters: { labels: [], mode: 'some' } })),
        'is none of any, all',
      ],
      ['too big', all(template(), constraint({ parameters: { labels: [], most: 6 } })), 'is outside'],
    ],
    right: {
      'as the template has them': all(template(), constraint({ parameters: { labels: ['a'], mode: 'all', most: 5 } })),
    },
  },
  GATEKEEPER,
);
