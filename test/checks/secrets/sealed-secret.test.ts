import { raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';
import { VELERO } from '../../helpers/velero';

const SEALED = `Ag${'A'.repeat(400)}==`;
const sealed =
  (spec: object): Fill =>
  (app) => {
    raw(app, 'sealed', { apiVersion: 'bitnami.com/v1alpha1', kind: 'SealedSecret', metadata: { name: 's' }, spec });
  };

testRule(
  'secrets/sealed-secret',
  {
    wrong: [
      [
        'what is not sealed',
        sealed({ encryptedData: { password: 'hunter2' } }),
        'has in "password" what kubeseal did not seal',
      ],
      [
        'a scope in the template',
        sealed({
          encryptedData: { p: SEALED },
          template: { metadata: { annotations: { 'sealedsecrets.bitnami.com/cluster-wide': 'true' } } },
        }),
        'has its scope in the template',
      ],
      [
        'another name',
        sealed({ encryptedData: { p: SEALED }, template: { metadata: { name: 'other' } } }),
        'asks for a Secret "other"',
      ],
    ],
    right: {
      'as it should be': sealed({ encryptedData: { p: SEALED } }),
    },
  },
  VELERO,
);
