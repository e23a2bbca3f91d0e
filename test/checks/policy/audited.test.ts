import { deployment, raw } from '../../helpers/cluster';
import { all, CEL, celPolicy } from '../../helpers/policies';
import { type Fill, testRule } from '../../helpers/rule';

const tagged = {
  validationActions: ['Audit'],
  validations: [{ expression: 'object.spec.containers.all(c, c.image.contains(":1."))', message: 'Say 1.x' }],
};
const web =
  (image: string): Fill =>
  (app) =>
    void raw(app, 'web', deployment('web', { container: { image } }));

testRule(
  'policy/audited',
  {
    wrong: [
      [
        'a violation',
        all(celPolicy(tagged), web('docker.io/library/app:2.0')),
        'violates the audited ValidatingPolicy "policy": Say 1.x.',
      ],
    ],
    right: {
      'it passes': all(celPolicy(tagged), web('docker.io/library/app:1.2')),
      'what cannot be known is only reported': all(
        celPolicy({
          ...tagged,
          validations: [{ expression: 'resource.List("v1", "pods", "a").items.size() > 0', message: 'a' }],
        }),
        web('docker.io/library/app:2.0'),
      ),
    },
  },
  CEL,
);
