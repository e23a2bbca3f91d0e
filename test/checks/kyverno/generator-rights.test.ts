import { GeneratorRole } from '../../../constructs/kyverno/generator-role';
import { CEL, celPolicy, PODS } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

const secret = `generator.Apply('a', [{'apiVersion': dyn('v1'), 'kind': dyn('Secret'), 'metadata': dyn({'name': 'b'})}])`;

testRule(
  'kyverno/generator-rights',
  {
    wrong: [
      [
        'a kind that the chart leaves out',
        celPolicy({ generate: [{ expression: secret }] }, 'GeneratingPolicy'),
        'makes or changes Secret, which Kyverno’s background controller may not',
      ],
      [
        'what is there already',
        celPolicy(
          { evaluation: { mutateExisting: { enabled: true } }, targetMatchConstraints: PODS, mutations: [] },
          'MutatingPolicy',
        ),
        'makes or changes pods',
      ],
    ],
    right: {
      'one that it has': celPolicy(
        { generate: [{ expression: secret.replace('Secret', 'ConfigMap') }] },
        'GeneratingPolicy',
      ),
      'with a role': (app) => {
        celPolicy({ generate: [{ expression: secret }] }, 'GeneratingPolicy')(app, app.cluster as never);
        new GeneratorRole(app, 'secrets', ['Secret']);
      },
    },
  },
  CEL,
);
