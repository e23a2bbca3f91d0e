import { deployment, raw } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';

const using = (claimName: string) =>
  deployment('web', { spec: { volumes: [{ name: 'v', persistentVolumeClaim: { claimName } }] } });
const claim = (name: string) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
});

testRule('kubernetes/claim-exists', {
  wrong: [
    [
      'a claim that is not there',
      (app) => {
        raw(app, 'c', claim('data'));
        raw(app, 'd', using('date'));
      },
      'wants the PersistentVolumeClaim "date", which is not in app. Did you mean "data"?',
    ],
    [
      'a claim of another namespace',
      (app, cluster) => {
        raw(cluster.application('other'), 'c', claim('data'));
        raw(app, 'd', using('data'));
      },
      'which is not in app',
    ],
  ],
  right: {
    'a claim of the namespace': (app) => {
      raw(app, 'c', claim('data'));
      raw(app, 'd', using('data'));
    },
  },
});
