import { deployment, raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

const shared =
  (mode: string, replicas: number): Fill =>
  (app) => {
    raw(app, 'claim', {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data' },
      spec: { accessModes: [mode], storageClassName: 'fast', resources: { requests: { storage: '1Gi' } } },
    });
    const object = deployment('web', {
      spec: { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] },
    });
    raw(app, 'web', { ...object, spec: { ...object.spec, replicas } });
  };

testRule('kubernetes/shared-claim', {
  wrong: [
    ['several at one volume', shared('ReadWriteOnce', 2), 'has 2 replicas that share PersistentVolumeClaim app/data'],
  ],
  right: { 'one alone': shared('ReadWriteOnce', 1), 'a volume for many': shared('ReadWriteMany', 2) },
});
