import { App } from 'cdk8s';
import { GATEWAY_API_CHANNELS, GATEWAY_API_VERSIONS, type GatewayApiFacts } from '../facts/gateway-api';
import { KYVERNO_VERSIONS, type KyvernoFacts } from '../facts/kyverno';
import { allow } from './allow';
import type { Application } from './application';
import type { ArgoCdInstance } from './argo-cd-instance';
import { CLUSTER_FILE, clusterFile } from './cluster-file';
import { didYouMean } from './did-you-mean';
import {
  EXTERNAL_KINDS,
  type ExternalKind,
  type ExternalOptions,
  type Externals,
  externalProblem,
  externalsOf,
  joinExternals,
} from './externals';
import type { Fleet } from './fleet';
import type { AppProjectModel } from './model';
import { DNS_LABEL, toDnsLabel } from './names';
import type { Platform } from './platform';
import { collectFindings, report } from './report';

/**
 * What a cluster is for. `home` and `staging` sync by themselves; `production` waits for a person, unless the
 * cluster says `sync: 'automated'`.
 */
export type Tier = (typeof TIERS)[number];
export const TIERS = ['home', 'staging', 'production'] as const;

/** Who starts a sync: Argo CD on every commit, or a person. */
export type SyncMode = (typeof SYNC_MODES)[number];
const SYNC_MODES = ['automated', 'manual'] as const;

/** The Kubernetes versions that the checks and types know. */
export type KubernetesVersion = (typeof KUBERNETES_VERSIONS)[number];
const KUBERNETES_VERSIONS = ['1.34', '1.35', '1.36'] as const;

/** The facts of a cluster: constructs choose apiVersions and defaults from them, checks refuse what they rule out. */
export interface ClusterProps {
  readonly tier: Tier;
  readonly kubernetes: KubernetesVersion;
  /** What it runs on. */
  readonly platform: Platform;
  /** The Gateway API that is installed here: routes get their apiVersions from it. @default - none */
  readonly gatewayApi?: GatewayApiFacts;
  /** The Kyverno that is installed here: policies are written in its form. @default - none */
  readonly kyverno?: KyvernoFacts;
  /** The branch, tag or commit that Argo CD follows here. @default - the fleet's */
  readonly revision?: string;
  /** Who starts a sync. @default - by tier */
  readonly sync?: SyncMode;
  /**
   * The hub whose Argo CD syncs this cluster, where it has none of its own. The hub knows this cluster by its
   * name (a cluster Secret).
   * @default - this cluster runs an Argo CD of its own
   */
  readonly hub?: { readonly cluster: string; readonly namespace?: string };
}

/** A cluster's facts as rules see them: with what is there without coming from this repository. */
export interface ClusterFacts extends ClusterProps {
  readonly externals: Externals;
}

/**
 * A Kubernetes cluster: a cdk8s App of its own. Its file in `clusters/` has its name, and can be built alone.
 *
 * @example
 * export default class Oden extends Cluster {
 *   constructor(fleet: Fleet) {
 *     super(fleet, 'oden', { tier: 'home', kubernetes: '1.34', platform: talos({ nodes: [] }) });
 *   }
 * }
 */
export class Cluster extends App {
  /** The Argo CD that syncs this cluster; set by the ArgoCd construct, or by `hub`. */
  argocd: ArgoCdInstance | undefined;
  /** The clusters that this one syncs as a hub: by name, or found in the repository by an ApplicationSet. */
  members: readonly Member[] | 'discovered' = [];
  /** Applications in the order they were made. */
  readonly applications: Application[] = [];
  readonly projects: AppProjectModel[] = [];
  /** Files that are no objects, by their path below the cluster's folder. */
  readonly artefacts = new Map<string, () => string>();
  readonly waivers: Waiver[] = [];
  readonly sync: SyncMode;
  readonly revision: string;
  props: ClusterFacts;

  constructor(
    readonly fleet: Fleet,
    readonly name: string,
    props: ClusterProps,
  ) {
    super();
    this.props = { ...props, externals: props.platform.externals ?? {} };
    collectFindings(this);
    this.revision = props.revision ?? fleet.revision;
    this.sync = props.sync ?? (props.tier === 'production' ? 'manual' : 'automated');
    if (!DNS_LABEL.test(name)) {
      report(this, {
        rule: 'fleet/cluster-name',
        message: `"${name}" is no name for a cluster: it becomes a folder, a label and part of names.`,
        fix: `Use lower-case letters, digits and dashes: "${toDnsLabel(name)}".`,
      });
    }
    this.checkFact('tier', props.tier, TIERS);
    this.checkFact('kubernetes', props.kubernetes, KUBERNETES_VERSIONS);
    if (props.gatewayApi) {
      this.checkFact('gatewayApi.version', props.gatewayApi.version, GATEWAY_API_VERSIONS);
      this.checkFact('gatewayApi.channel', props.gatewayApi.channel, GATEWAY_API_CHANNELS);
    }
    if (props.kyverno) this.checkFact('kyverno.version', props.kyverno.version, KYVERNO_VERSIONS);
    if (props.sync !== undefined) this.checkFact('sync', props.sync, SYNC_MODES);
    if (props.hub) {
      this.argocd = { namespace: props.hub.namespace ?? 'argocd', prefix: `${name}-`, destination: { name } };
      this.artefacts.set(CLUSTER_FILE, () => clusterFile(this));
    }
  }

  /**
   * Declares that an object is there without coming from this repository, so that what refers to it is right.
   * @param name `name`, or `namespace/name`; of a CustomResourceDefinition `group/Kind`
   * @param reason who makes it, for a reviewer to judge
   */
  external(kind: ExternalKind, name: string, reason: string, options?: ExternalOptions): void {
    const problem = externalProblem(kind, name, reason);
    if (!problem) {
      this.addExternals(externalsOf(kind, name, options));
      return;
    }
    report(this, {
      rule: 'fleet/external',
      message: `external('${kind}', '${name}', …): ${problem}.${didYouMean(kind, EXTERNAL_KINDS.includes(kind) ? [] : EXTERNAL_KINDS)}`,
      effect: 'What refers to it would be told as missing.',
      fix: `Write \`this.external('Secret', 'shop/db', 'The operator makes it')\`.`,
    });
  }

  /** The same for what constructs know to be there. */
  addExternals(externals: Externals): void {
    this.props = { ...this.props, externals: joinExternals(externals, this.props.externals) };
  }

  /** `synth` does not check types, so a mistyped fact is told here: a production cluster must not sync by itself for a typo. */
  private checkFact(fact: string, value: string, known: readonly string[]): void {
    if (known.includes(value)) return;
    report(this, {
      rule: 'fleet/cluster-facts',
      message: `Cluster ${this.name}: "${value}" is no ${fact}.${didYouMean(value, known)}`,
      effect: 'Constructs would choose their defaults for another kind of cluster.',
      fix: `One of ${known.join(', ')}.`,
    });
  }

  /** Lets findings of a rule pass in the whole cluster: see `allow` for one construct. */
  allow(rule: string, reason: string): void {
    allow(this, rule, reason);
  }
}

/** What a hub takes a member for. */
export interface Member {
  readonly name: string;
  readonly revision: string;
  readonly sync: SyncMode;
  /** The namespace of the hub's Argo CD. */
  readonly namespace: string;
}

/** A finding that is let pass, and why. */
export interface Waiver {
  readonly rule: string;
  readonly path: string;
  readonly reason: string;
}
