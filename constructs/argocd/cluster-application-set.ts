import { Construct } from 'constructs';
import { clusterOf } from '../../fleet/application';
import { type Cluster, TIERS, type Tier } from '../../fleet/cluster';
import { CLUSTER_FILE } from '../../fleet/cluster-file';
import { GENERATE_PATHS } from '../../fleet/derive/annotations';
import { emit } from '../../fleet/yaml/emit';
import { ApplicationSet, type ApplicationSetSpec } from '../../imports/argoproj.io';
import { appOfAppsSpec } from './app-of-apps';

export interface ClusterApplicationSetProps {
  /** The namespace of the hub's Argo CD. @default argocd */
  readonly namespace?: string;
  /**
   * Rolls a commit out tier by tier, each waiting for the health of the one before (RollingSync); tiers that are not
   * named come last. Argo CD then
   * starts the syncs, whatever a cluster says; it needs `applicationsetcontroller.enable.progressive.syncs`.
   * @default - every cluster as it says itself
   */
  readonly rollout?: readonly Tier[];
}

/** The label that a rollout's steps choose by. */
const TIER_LABEL = 'fleet-manifests/tier';

/**
 * The roots of a large fleet: one ApplicationSet that finds `dist/<cluster>/bootstrap/cluster.json` of every
 * member in the repository (git files generator) and makes a root Application for each. A cluster joins with the
 * commit that adds its folder. Deleting the set leaves the roots, and deleting a root leaves what it made.
 *
 * Past about 100 clusters; below that `members` of the ArgoCd are easier to read.
 */
export class ClusterApplicationSet extends Construct {
  constructor(scope: Cluster, props: ClusterApplicationSetProps = {}) {
    super(scope, 'cluster-application-set');
    const cluster = clusterOf(this);
    const { fleet, artefacts } = cluster;
    cluster.members = 'discovered';
    const namespace = props.namespace ?? 'argocd';
    const spec: ApplicationSetSpec = {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators: [
        {
          git: {
            repoUrl: fleet.repository,
            revision: fleet.revision,
            files: [{ path: `${fleet.folder}/*/${CLUSTER_FILE}` }],
          },
          // Another hub's members are its own.
          selector: { matchLabels: { hub: cluster.name } },
        },
      ],
      syncPolicy: { preserveResourcesOnDeletion: true },
      template: {
        metadata: {
          name: '{{ .cluster }}-root',
          namespace,
          labels: { [TIER_LABEL]: '{{ .tier }}' },
          annotations: { [GENERATE_PATHS]: '/{{ .manifests }}' },
        },
        spec: appOfAppsSpec({
          repository: fleet.repository,
          revision: '{{ .revision }}',
          path: '{{ .manifests }}',
          namespace,
          // A rollout switches automation off and syncs by itself, pruning as this says.
          sync: props.rollout ? 'automated' : 'manual',
        }),
      },
      ...(props.rollout ? { strategy: strategyOf(props.rollout) } : { templatePatch: SYNC_PATCH }),
    };
    const set = ApplicationSet.manifest({ metadata: { name: 'clusters', namespace }, spec });
    artefacts.set('bootstrap/applicationset-clusters.yaml', () => emit(set));
  }
}

/** Adds automated sync where the cluster asks for it: a template alone has no conditions. */
const SYNC_PATCH = `{{- if eq .sync "automated" }}
spec:
  syncPolicy:
    automated:
      prune: true
      selfHeal: true
{{- end }}
`;

function strategyOf(tiers: readonly Tier[]): ApplicationSetSpec['strategy'] {
  // An Application in no step is never synced.
  const all = [...tiers, ...TIERS.filter((tier) => !tiers.includes(tier))];
  const steps = all.map((tier) => ({ matchExpressions: [{ key: TIER_LABEL, operator: 'In', values: [tier] }] }));
  return { type: 'RollingSync', rollingSync: { steps } };
}
