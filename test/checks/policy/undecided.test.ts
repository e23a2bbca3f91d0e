import { deployment, raw } from '../../helpers/cluster';
import { all, CEL, celPolicy } from '../../helpers/policies';
import { type Fill, testRule } from '../../helpers/rule';

const asks = { validations: [{ expression: 'resource.List("v1", "pods", "a").items.size() > 0', message: 'a' }] };
const signed = {
  matchImageReferences: [{ glob: 'docker.io/*' }],
  attestors: [{ name: 'a', cosign: { key: { data: 'k' } } }],
  validations: [
    { expression: 'images.containers.map(i, verifyImageSignatures(i, [attestors.a])).all(e, e > 0)', message: 'a' },
  ],
};
const web: Fill = (app) => void raw(app, 'web', deployment('web'));

testRule(
  'policy/undecided',
  {
    wrong: [
      [
        'other objects',
        all(celPolicy(asks), web),
        'Whether the enforced ValidatingPolicy "policy" takes Deployment app/web is not known here: it calls resource.List()',
      ],
      ['signatures', all(celPolicy(signed, 'ImageValidatingPolicy'), web), 'it asks a registry for signatures.'],
    ],
    right: {
      audited: all(celPolicy({ ...asks, validationActions: ['Audit'] }), web),
      'images of others': all(
        celPolicy({ ...signed, matchImageReferences: [{ glob: 'ghcr.io/*' }] }, 'ImageValidatingPolicy'),
        web,
      ),
    },
  },
  CEL,
);
