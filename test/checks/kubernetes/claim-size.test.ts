import { raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

const claim =
  (resources: object): Fill =>
  (app) =>
    raw(app, 'claim', {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data' },
      spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'fast', resources },
    });

testRule('kubernetes/claim-size', {
  wrong: [['no size', claim({}), 'claims a volume and does not say how large']],
  right: { 'a size': claim({ requests: { storage: '1Gi' } }) },
});
