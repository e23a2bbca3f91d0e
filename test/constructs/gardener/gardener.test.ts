import { gardener } from '../../../constructs/gardener/gardener';
import { PersistentVolumeClaim } from '../../../constructs/kubernetes/persistent-volume-claim';
import { buildApp, rulesOf } from '../../helpers/cluster';

const claim = (storageClass: string) =>
  buildApp((app) => void new PersistentVolumeClaim(app, 'data', { size: '1Gi', storageClass }), {
    platform: gardener({ infrastructure: 'openstack' }),
  });

test('brings its classes into every cluster', () => {
  expect(rulesOf(claim('default'))).toEqual([]);
  expect(rulesOf(claim('defualt'))).toEqual(['kubernetes/storage-class-exists']);
});
