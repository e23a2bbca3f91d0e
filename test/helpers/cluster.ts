import { ApiObject } from 'cdk8s';
import { load, loadAll } from 'js-yaml';
import { AppProject } from '../../constructs/argocd/app-project';
import { ArgoCd } from '../../constructs/argocd/argocd';
import { Namespace } from '../../constructs/kubernetes/namespace';
import { Application, type ApplicationProps } from '../../fleet/application';
import { type BuiltCluster, buildCluster } from '../../fleet/build';
import { Cluster, type ClusterProps } from '../../fleet/cluster';
import type { Externals } from '../../fleet/externals';
import { Fleet } from '../../fleet/fleet';
import type { KubeObject } from '../../fleet/object';

export const testFleet = new Fleet({ repository: 'https://github.com/example/fleet' });

const PROPS: ClusterProps = { tier: 'home', kubernetes: '1.34', platform: { name: 'none' } };

/** A cluster's facts, and what is there without being written here. */
export type TestProps = Partial<ClusterProps> & { readonly externals?: Externals };

/** A cluster of a test: an Argo CD, and what the test puts in. */
export class TestCluster extends Cluster {
  constructor(build: (cluster: TestCluster) => void, props: TestProps = {}, name = 'test') {
    const { externals, ...facts } = props;
    super(testFleet, name, { ...PROPS, ...facts });
    this.addExternals({ storageClasses: ['fast'], ...externals });
    if (!props.hub) new ArgoCd(this);
    build(this);
  }

  /** An application in a namespace of its own, which it makes. */
  application(name: string, props: Partial<ApplicationProps> = {}): Application {
    const project = props.project ?? new AppProject(this, name, { description: name });
    const application = new Application(this, name, { namespace: name, ...props, project });
    if (!props.namespace) new Namespace(application, name);
    return application;
  }
}

/** Builds a cluster as a run does. */
export function build(make: (cluster: TestCluster) => void, props: TestProps = {}): BuiltCluster {
  return buildCluster('test', () => new TestCluster(make, props), testFleet);
}

/** Builds a cluster with one application `app`, which the test fills. */
export function buildApp(fill: (app: Application, cluster: TestCluster) => void, props: TestProps = {}) {
  return build((cluster) => fill(cluster.application('app'), cluster), props);
}

/** The one finding of a cluster that should have one. */
export function onlyFinding(built: BuiltCluster) {
  expect(built.findings.map((f) => `${f.rule}: ${f.message}`)).toHaveLength(1);
  return built.findings[0] as NonNullable<(typeof built.findings)[0]>;
}

/** Ids of the rules that found something. */
export const rulesOf = (built: BuiltCluster) => built.findings.map((f) => f.rule);

/** The object in a file of a cluster. */
export function objectAt(built: BuiltCluster, path: string): KubeObject {
  const text = built.files.get(path);
  if (text === undefined) throw new Error(`No ${path} among ${[...built.files.keys()].join(', ')}`);
  return load(text) as KubeObject;
}

/** The objects in a file of a cluster. */
export function objectsAt(built: BuiltCluster, path: string): KubeObject[] {
  return loadAll(built.files.get(path) ?? '') as KubeObject[];
}

/** An application's own files, without its Namespace, as one text. */
export function filesOf(built: BuiltCluster, application = 'app'): string {
  return [...built.files]
    .filter(([path]) => path.startsWith(`apps/${application}/`) && !path.endsWith(`/namespace-${application}.yaml`))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => `# ${path}\n${text}`)
    .join('');
}

/** A raw object, as somebody would write it without a construct. */
export function raw(scope: Application, id: string, object: ConstructorParameters<typeof ApiObject>[2]): ApiObject {
  return new ApiObject(scope, id, object);
}

/** A Pod template that passes every rule. */
export function pod(labels: Record<string, string>, extra: Record<string, unknown> = {}) {
  return {
    metadata: { labels },
    spec: {
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [
        {
          name: 'main',
          image: 'docker.io/library/busybox:1.38.0',
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
          ...(extra['container'] as object),
        },
      ],
      ...(extra['spec'] as object),
    },
  };
}

/** A Deployment `web` of raw JSON, with parts replaced. */
export function deployment(name: string, extra: Record<string, unknown> = {}) {
  const labels = { app: name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: { selector: { matchLabels: labels }, template: pod(labels, extra) },
  };
}

/** A Deployment `web` and its Service, with parts of the Service's spec replaced. */
export function webService(scope: Application, spec: object = {}): void {
  raw(scope, 'web', deployment('web'));
  raw(scope, 'service', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web' },
    spec: { selector: { app: 'web' }, ports: [{ port: 80 }], ...spec },
  });
}
