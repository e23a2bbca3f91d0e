import { Construct } from 'constructs';
import { clusterOf } from '../../fleet/application';
import type { Cluster, SyncMode } from '../../fleet/cluster';
import { report } from '../../fleet/report';
import { emit, emitAll } from '../../fleet/yaml/emit';
import { Namespace } from '../kubernetes/namespace';
import { AppOfApps } from './app-of-apps';
import { AppProject } from './app-project';
import { applicationHealth } from './application-health';
import { bootstrapProject, IN_CLUSTER } from './bootstrap-project';
import { bootstrapReadme } from './bootstrap-readme';
import { ARGO_CD_CHART, ARGO_CD_DECLARES } from './chart';
import { healthChecksOf } from './health-checks';
import { HelmApplication } from './helm-application';
import { exclusionsOf } from './resource-exclusions';
import { type ArgoCdValues, mergeValues } from './values';

export interface ArgoCdProps {
  /** The namespace of Argo CD and of all its Applications. @default argocd */
  readonly namespace?: string;
  /** The chart's version; `chart.ts` says what it brings. @default - the pinned one */
  readonly version?: string;
  /** Values of the chart, stronger than those that follow from the other props. @default - none */
  readonly values?: ArgoCdValues;
  /**
   * Other clusters that this Argo CD syncs, as a hub; each says `hub: { cluster: … }` itself, and is known to Argo
   * CD by a cluster Secret of its name.
   * @default - none
   */
  readonly members?: readonly HubMember[];
}

/** Seconds until a sync that waits for a wave has failed: a first start with all its images fits. Argo CD's default is to wait for ever. */
const SYNC_TIMEOUT = 7200;

/** A cluster that a hub syncs. */
export interface HubMember {
  /** The cluster's name. */
  readonly cluster: string;
  /** The revision that its root follows. @default - the fleet's */
  readonly revision?: string;
  /** Who starts a sync of its root. @default automated */
  readonly sync?: SyncMode;
}

/**
 * Argo CD on a cluster: what a person applies once (`bootstrap/`), the root Application, and Argo CD as an
 * Application of itself, with the same chart, release, namespace and values as the bootstrap.
 *
 * Its own Application never prunes and has no finalizer: a mistake in git must not take Argo CD away.
 */
export class ArgoCd extends Construct {
  readonly namespace: string;
  /** Argo CD as an Application of itself. */
  readonly application: HelmApplication<ArgoCdValues>;

  constructor(scope: Cluster, props: ArgoCdProps = {}) {
    super(scope, 'argo-cd');
    const cluster = clusterOf(this);
    this.namespace = props.namespace ?? 'argocd';
    if (cluster.props.hub) {
      report(this, {
        rule: 'argocd/two-instances',
        message: `Cluster ${cluster.name} has an Argo CD of its own, and also names the hub ${cluster.props.hub.cluster}.`,
        effect: 'Two Argo CDs would fight over the same objects.',
        fix: 'Take `hub` away, or the ArgoCd.',
      });
    }
    cluster.argocd = { namespace: this.namespace, prefix: '', destination: { server: IN_CLUSTER } };
    const values = () => mergeValues(this.defaultValues(), props.values ?? {});
    const version = props.version ?? ARGO_CD_CHART.version;
    this.application = new HelmApplication<ArgoCdValues>(cluster, 'argocd', {
      ...ARGO_CD_CHART,
      version,
      namespace: this.namespace,
      project: new AppProject(cluster, 'argocd', {
        description: 'Argo CD itself. Who can change what is in here is admin of the cluster.',
      }),
      releaseName: 'argocd',
      values,
      declares: ARGO_CD_DECLARES,
      prune: false,
      syncOptions: ['ServerSideApply=true'],
    });
    new Namespace(this.application, this.namespace, {
      podSecurity: 'restricted',
      openTraffic: 'Its parts call each other, and the chart has no NetworkPolicies for them.',
    });
    new AppOfApps(this, 'root', { namespace: this.namespace });
    for (const member of props.members ?? []) this.addMember(member);
    this.writeBootstrap(cluster, version, values);
  }

  /** Syncs another cluster too, by a root Application of its own; its Applications live in this Argo CD. */
  addMember(member: HubMember): void {
    const cluster = clusterOf(this);
    const { fleet, members } = cluster;
    const { revision = fleet.revision, sync = 'automated' } = member;
    new AppOfApps(this, `${member.cluster}-root`, {
      cluster: member.cluster,
      revision,
      sync,
      namespace: this.namespace,
    });
    if (members !== 'discovered') {
      cluster.members = [...members, { name: member.cluster, revision, sync, namespace: this.namespace }];
    }
  }

  /** What follows from this project's way of working, whatever the cluster says. */
  private defaultValues(): ArgoCdValues {
    return {
      configs: {
        cm: {
          'application.resourceTrackingMethod': 'annotation',
          'resource.customizations.health.argoproj.io_Application': applicationHealth,
          ...healthChecksOf(this),
          'resource.exclusions': exclusionsOf(this),
          // Rules of a ClusterRole that others add theirs to (Kyverno's controllers, say) are written in the cluster.
          'resource.compareoptions': 'ignoreAggregatedRoles: true\n',
        },
        params: {
          // A wave that never gets healthy must not hold a sync for ever: it fails, and the next commit starts a new one.
          'controller.sync.timeout.seconds': SYNC_TIMEOUT,
        },
      },
    };
  }

  private writeBootstrap(cluster: Cluster, version: string, values: () => ArgoCdValues) {
    const { fleet, artefacts } = cluster;
    const roots = () =>
      cluster.node
        .findAll()
        .filter((construct) => construct instanceof AppOfApps)
        .map((root) => root.object);
    artefacts.set('bootstrap/argocd-values.yaml', () => emit(values()));
    artefacts.set('bootstrap/root.yaml', () =>
      emitAll([bootstrapProject(this.namespace, fleet.repository), ...roots()]),
    );
    artefacts.set('bootstrap/README.md', () => bootstrapReadme(cluster, version, this.namespace));
  }
}
