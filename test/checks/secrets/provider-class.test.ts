import { deployment, raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';
import { all, VELERO } from '../../helpers/velero';

const DRIVER = 'secrets-store.csi.k8s.io';
const mounting =
  (csi: object): Fill =>
  (app) => {
    raw(app, 'web', deployment('web', { spec: { volumes: [{ name: 'v', csi }] } }));
  };
const CLASS: Fill = (app) => {
  raw(app, 'class', {
    apiVersion: 'secrets-store.csi.x-k8s.io/v1',
    kind: 'SecretProviderClass',
    metadata: { name: 'vault' },
    spec: { provider: 'vault' },
  });
};

testRule(
  'secrets/provider-class',
  {
    wrong: [
      [
        'one that is not there',
        mounting({ driver: DRIVER, readOnly: true, volumeAttributes: { secretProviderClass: 'vault' } }),
        'wants the SecretProviderClass "vault", which is not in app',
      ],
      ['none', mounting({ driver: DRIVER, readOnly: true }), 'names no SecretProviderClass'],
      [
        'one that may be written to',
        all(CLASS, mounting({ driver: DRIVER, volumeAttributes: { secretProviderClass: 'vault' } })),
        'may be written to, which the driver refuses',
      ],
    ],
    right: {
      'as it should be': all(
        CLASS,
        mounting({ driver: DRIVER, readOnly: true, volumeAttributes: { secretProviderClass: 'vault' } }),
      ),
    },
  },
  VELERO,
);
