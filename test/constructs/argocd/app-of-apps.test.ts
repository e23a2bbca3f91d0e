import { AppOfApps } from '../../../constructs/argocd/app-of-apps';
import { build } from '../../helpers/cluster';

test('the root of another cluster, in a namespace of its own', () => {
  let object: object | undefined;
  build((cluster) => {
    object = new AppOfApps(cluster, 'freja-root', {
      cluster: 'freja',
      revision: 'v2',
      sync: 'manual',
      namespace: 'gitops',
    }).object;
  });
  expect(object).toMatchSnapshot();
});
