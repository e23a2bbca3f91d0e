import { existsSync, readFileSync } from 'node:fs';
import type { Construct } from 'constructs';
import { load } from 'js-yaml';
import { Application, type ApplicationProps } from '../../fleet/application';
import type { Declared, HelmSource, HelmValues, ValuesFile } from '../../fleet/model';
import { report } from '../../fleet/report';

export interface HelmApplicationProps<Values extends object = HelmValues> extends ApplicationProps {
  /** `https://…`, or an OCI registry without a scheme: `docker.io/envoyproxy`. */
  readonly repository: string;
  readonly chart: string;
  /** One version, never a range: what is installed changes only with a commit. */
  readonly version: string;
  /** The release's name; charts make their objects' names and selectors from it, so it is not changed later. @default - the application's name */
  readonly releaseName?: string;
  /** Values, stronger than those of `valueFiles`. A function is asked once the whole cluster is there. @default - none */
  readonly values?: Values | (() => Values);
  /**
   * Values files of this repository, by their path from its root; a later one is stronger. They make the
   * Application one of several sources, the files found by `$values`.
   * @default - none
   */
  readonly valueFiles?: readonly string[];
  /** Leaves out the chart's `crds/` folder: another application brings them. @default false */
  readonly skipCrds?: boolean;
  /**
   * What the chart brings with these values; nobody renders it here, so it is said. Read it from `helm template`. A
   * function is asked once the whole cluster is there.
   */
  readonly declares: Declared | (() => Declared);
}

/** An Application that is a Helm chart, rendered by Argo CD, beside the objects created below it. */
export class HelmApplication<Values extends object = HelmValues> extends Application {
  private readonly chartProps: HelmApplicationProps<Values>;
  private readonly files: readonly ValuesFile[];

  constructor(scope: Construct, id: string, props: HelmApplicationProps<Values>) {
    super(scope, id, props);
    this.chartProps = props;
    this.files = (props.valueFiles ?? []).map((path) => this.readValues(path));
    // One that is empty is told of the Application, as one that somebody wrote without a construct.
    if (props.version !== '' && !EXACT_VERSION.test(props.version)) {
      report(this, {
        rule: 'argocd/chart-version',
        message: `Application "${id}": "${props.version}" is no exact version of the chart ${props.chart}.`,
        effect: 'Argo CD installs whatever is newest when it looks: the cluster changes without a commit.',
        fix: 'Name one version: "1.2.3".',
      });
    }
  }

  override get declares(): Declared {
    const { declares } = this.chartProps;
    return typeof declares === 'function' ? declares() : declares;
  }

  override get helm(): HelmSource {
    const { repository, chart, version, releaseName, values, skipCrds = false } = this.chartProps;
    const inline = (typeof values === 'function' ? values() : values) ?? {};
    return {
      repository,
      chart,
      version,
      releaseName: releaseName ?? this.name,
      values: inline as HelmValues,
      valueFiles: this.files,
      skipCrds,
    };
  }

  private readValues(path: string): ValuesFile {
    const wrong = (message: string) => {
      report(this, {
        rule: 'argocd/values-file',
        category: 'reference',
        message: `Application "${this.name}": values file ${path} ${message}.`,
        effect: 'Argo CD cannot render the chart: ComparisonError, and the application stays Unknown.',
        fix: 'Name a YAML file of this repository by its path from the root, such as apps/monitoring/loki.values.yaml.',
      });
      return { path, values: {} };
    };
    if (path.startsWith('/') || path.split('/').includes('..')) return wrong('is outside the repository');
    if (!existsSync(path)) return wrong('does not exist');
    try {
      return { path, values: (load(readFileSync(path, 'utf8')) ?? {}) as HelmValues };
    } catch (error) {
      return wrong(`is no YAML: ${(error as Error).message.split('\n')[0]}`);
    }
  }
}

/** Semantic versioning, with or without the v that some charts carry. */
const EXACT_VERSION = /^v?\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;
