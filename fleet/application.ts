import { Chart } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import type { ApplicationSpecIgnoreDifferences } from '../imports/argoproj.io';
import { allow } from './allow';
import { Cluster, type SyncMode } from './cluster';
import type { AppProjectModel, Declared, HelmSource } from './model';
import { DNS_LABEL, toDnsLabel } from './names';
import { report } from './report';

export interface ApplicationProps {
  /** The namespace of the objects that name none, and the Application's destination. */
  readonly namespace: string;
  /** The AppProject that says what the application may do. */
  readonly project: AppProjectModel;
  /** Who starts a sync. @default - as the cluster says */
  readonly sync?: SyncMode;
  /** Whether an automated sync deletes what is no longer in git. Data is protected in any case. @default true */
  readonly prune?: boolean;
  /** Labels for every object. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
  /** Differences that a sync leaves alone. @default - none */
  readonly ignoreDifferences?: readonly ApplicationSpecIgnoreDifferences[];
  /** More sync options, as Argo CD writes them: `ApplyOutOfSyncOnly=true`. @default - none */
  readonly syncOptions?: readonly string[];
}

const APPLICATION = Symbol.for('fleet-manifests.Application');

/**
 * An Argo CD Application: whatever is created below it lands in `dist/<cluster>/apps/<name>/`, which Argo CD syncs.
 * The Application object itself follows from what it contains.
 */
export class Application extends Chart {
  /** Chart answers for its subclasses that every chart is one of them; an Application is not just any chart. */
  static override [Symbol.hasInstance](value: unknown): value is Application {
    return typeof value === 'object' && value !== null && APPLICATION in value;
  }

  readonly cluster: Cluster;
  /** The application's name: its folder, and its name in Argo CD. */
  readonly name: string;
  override readonly namespace: string;
  readonly project: AppProjectModel;
  readonly dependencies: Application[] = [];

  constructor(
    scope: Construct,
    id: string,
    readonly props: ApplicationProps,
  ) {
    super(scope, id, { namespace: props.namespace, labels: props.labels });
    this.cluster = clusterOf(scope);
    this.name = id;
    this.namespace = props.namespace;
    this.project = props.project;
    Object.defineProperty(this, APPLICATION, { value: true });
    this.cluster.applications.push(this);
    if (!DNS_LABEL.test(id)) {
      report(this, {
        rule: 'argocd/application-name',
        message: `"${id}" is no name for an Application.`,
        effect: 'The API server refuses the Application, and the app-of-apps stays OutOfSync.',
        fix: `Use lower-case letters, digits and dashes, 63 at most: "${toDnsLabel(id)}".`,
      });
    }
    if (id === 'root' || id.endsWith('-root')) {
      report(this, {
        rule: 'argocd/application-name',
        message: `"${id}" is a name for a root Application.`,
        effect: 'It would overwrite a root in Argo CD, and with it what the root syncs.',
        fix: 'Give the application another name.',
      });
    }
    if (props.project.cluster !== this.cluster.name) {
      report(this, {
        rule: 'fleet/foreign-object',
        message: `Application "${id}" of ${this.cluster.name} uses AppProject "${props.project.name}" of ${props.project.cluster}.`,
        effect: 'The project is not in this cluster, and Argo CD refuses to sync the application.',
        fix: `Make an AppProject in ${this.cluster.name}, or take the one that is there.`,
      });
    }
  }

  /** What it brings that cannot be seen here. */
  get declares(): Declared {
    return {};
  }

  /** A Helm chart that Argo CD renders, beside the objects below this application. */
  get helm(): HelmSource | undefined {
    return undefined;
  }

  /** Lets findings of a rule pass in the whole application: see `allow` for one construct. */
  allow(rule: string, reason: string): void {
    allow(this, rule, reason);
  }

  /**
   * Syncs this application after others: waves follow from it. Never a cdk8s chart dependency, whose sort is
   * exponential in the length of a chain and renames files.
   */
  dependsOn(...applications: Application[]): this {
    for (const other of applications) {
      if (other.cluster === this.cluster) this.dependencies.push(other);
      else {
        report(this, {
          rule: 'fleet/foreign-object',
          message: `Application "${this.name}" of ${this.cluster.name} depends on "${other.name}" of ${other.cluster.name}.`,
          effect: 'Argo CD orders applications within one cluster only: it would not wait.',
          fix: `Depend on an application of ${this.cluster.name}.`,
        });
      }
    }
    return this;
  }
}

/** The cluster that a construct belongs to. */
export function clusterOf(construct: IConstruct): Cluster {
  const root = construct.node.root;
  if (root instanceof Cluster) return root;
  throw new Error(`${construct.node.path || 'This construct'} is in no Cluster: create it below one.`);
}

/** The application that a construct belongs to, if it is in one. */
export function findApplication(construct: IConstruct): Application | undefined {
  return construct.node.scopes.findLast((scope) => scope instanceof Application) as Application | undefined;
}
