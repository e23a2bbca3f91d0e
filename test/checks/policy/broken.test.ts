import { deployment, raw } from '../../helpers/cluster';
import { all, CEL, celPolicy } from '../../helpers/policies';
import { type Fill, testRule } from '../../helpers/rule';

const web: Fill = (app) => void raw(app, 'web', deployment('web'));
const policy = (expression: string) => all(celPolicy({ validations: [{ expression, message: 'No.' }] }), web);

testRule(
  'policy/broken',
  {
    wrong: [
      ['a misspelt field', policy('object.metadata.lables.size() > 0'), 'No such key: lables'],
      ['a number', policy('object.spec.containers.size()'), 'an expression gives 1, which is neither true nor false'],
    ],
    right: { 'true or false': policy('object.spec.containers.size() > 0') },
  },
  CEL,
);
