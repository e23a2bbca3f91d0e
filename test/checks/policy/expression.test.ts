import { all, CEL, CLASSIC, celPolicy, clusterPolicy, RULE } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

const says = (expression: string, variables: readonly object[] = []) =>
  celPolicy({ variables, validations: [{ expression, message: 'm' }], validationActions: ['Audit'] });
const IMAGES = { name: 'images', expression: 'object.spec.containers.map(c, c.image)' };

testRule(
  'policy/expression',
  {
    wrong: [
      ['a variable that is misspelt', says('objct.spec.replicas > 1'), 'there is no "objct". Did you mean "object"?'],
      [
        'a function that is misspelt',
        says('object.metadata.name.startWith("a")'),
        'there is no "startWith". Did you mean "startsWith"?',
      ],
      [
        'a value without a type',
        says('resource.List("v1", "pods", "a").items.exists(p, true)'),
        'resource.List() gives a value without a type',
      ],
      [
        'a bracket too few',
        says('object.spec.containers.all(c, c.image'),
        'spec.validations[0].expression: this is no CEL',
      ],
      [
        'a variable that is not there',
        says('variables.image.size() > 0', [IMAGES]),
        'there is no variable "image". Did you mean "images"?',
      ],
      [
        'in a classic policy',
        clusterPolicy([
          {
            validate: {
              message: 'm',
              failureAction: 'Audit',
              cel: { expressions: [{ expression: '1 +', message: 'm' }] },
            },
          },
        ]),
        'this is no CEL',
      ],
    ],
    right: {
      'names that it binds, and functions of libraries': says(
        'object.spec.containers.all(conteiner, conteiner.image != "") && hash.sha256(object.metadata.name) != ""',
      ),
      'a value without a type': says('dyn(resource.List("v1", "pods", "a").items).exists(p, true)'),
      'variables, and texts about them': all(says('variables.images.size() > 0 || "variables.none" == ""', [IMAGES])),
      'patterns are no CEL': clusterPolicy([RULE]),
    },
  },
  { externals: { kinds: [...(CEL.externals?.kinds ?? []), ...(CLASSIC.externals?.kinds ?? [])] } },
);
