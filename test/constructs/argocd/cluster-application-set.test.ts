import { ClusterApplicationSet } from '../../../constructs/argocd/cluster-application-set';
import { build, objectAt } from '../../helpers/cluster';

describe('the ApplicationSet of a large fleet', () => {
  test('finds members by the file that each emits, and syncs as each says', () => {
    const built = build((cluster) => void new ClusterApplicationSet(cluster));
    expect(built.members).toBe('discovered');
    expect(built.files.get('bootstrap/applicationset-clusters.yaml')).toMatchSnapshot();
  });

  test('rolls out tier by tier', () => {
    const built = build((cluster) => void new ClusterApplicationSet(cluster, { rollout: ['staging', 'production'] }));
    const set = objectAt(built, 'bootstrap/applicationset-clusters.yaml');
    expect(set['spec']).toMatchObject({
      strategy: {
        type: 'RollingSync',
        rollingSync: {
          steps: ['staging', 'production', 'home'].map((tier) => ({
            matchExpressions: [{ key: 'fleet-manifests/tier', operator: 'In', values: [tier] }],
          })),
        },
      },
    });
    expect(set['spec']).not.toHaveProperty('templatePatch');
  });
});
