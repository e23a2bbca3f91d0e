import { deployment, raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

const web =
  (container: object, spec: object = {}): Fill =>
  (app) =>
    raw(app, 'web', deployment('web', { container, spec }));

testRule('kubernetes/volume-source', {
  wrong: [
    [
      'a volume of two',
      web({}, { volumes: [{ name: 'x', emptyDir: {}, downwardAPI: {} }] }),
      'the volume "x" is emptyDir and downwardAPI at once',
    ],
    [
      'a variable of two',
      web({ env: [{ name: 'A', value: 'x', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }] }),
      'the variable A of "main" has a value and takes one from elsewhere',
    ],
  ],
  right: { one: web({ env: [{ name: 'A', value: 'x' }] }, { volumes: [{ name: 'x', emptyDir: {} }] }) },
});
