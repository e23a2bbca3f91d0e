import { object } from './policies';

/** A template of the kind K8sLabels, with typed parameters. */
export const template = (name = 'k8slabels', spec: object = {}) =>
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

/** A constraint of it that denies. */
export const constraint = (spec: object = {}, kind = 'K8sLabels') =>
  object('constraints.gatekeeper.sh/v1beta1', kind, 'constraint', {
    spec: { enforcementAction: 'deny', parameters: { labels: ['a'] }, ...spec },
  });
