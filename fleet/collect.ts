import { ApiObject } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { type Application, findApplication } from './application';
import type { Cluster } from './cluster';
import type { ApplicationModel, AppProjectModel, ClusterModel, Entry } from './model';
import { type Definition, definitionOf, groupKind, type KubeObject } from './object';
import { hasOwnResolvers, toPlainObject } from './plain';
import { report } from './report';
import { Scopes } from './scopes';

/** Reads a built construct tree into plain data. */
export function collect(cluster: Cluster): ClusterModel {
  const found: Found = { stamped: [], definitions: [] };
  const applications = cluster.applications.map((application) => collectApplication(application, found));
  const { kinds, clusterScopedKinds } = cluster.props.externals ?? {};
  const scopes = new Scopes(found.definitions, [
    ...applications.map((a) => a.declares),
    { crds: kinds, clusterScoped: clusterScopedKinds },
  ]);
  takeOffNamespaces(found, scopes);
  reportStrays(cluster);
  return {
    name: cluster.name,
    facts: cluster.props,
    repository: cluster.fleet.repository,
    revision: cluster.revision,
    folder: `${cluster.fleet.folder}/${cluster.name}`,
    argocd: cluster.argocd,
    projects: cluster.projects.map(plainProject),
    applications,
    scopes,
  };
}

/** A project without its construct: the model is data. */
function plainProject({
  cluster,
  name,
  path,
  description,
  roles,
  syncWindows,
  keep,
}: AppProjectModel): AppProjectModel {
  return { cluster, name, path, description, roles, syncWindows, keep };
}

function collectApplication(application: Application, found: Found): ApplicationModel {
  const ownResolvers = hasOwnResolvers(application.cluster);
  const objects: Entry[] = [];
  const dependsOn = new Set(application.dependencies.map((d) => d.name));
  const order: [string, string][] = [];
  walk(application, application.node.path, (construct, path) => {
    for (const message of construct.node.validate()) {
      report(construct as Construct, { rule: 'fleet/validation', message });
    }
    for (const dependency of construct.node.dependencies) {
      const target = findApplication(dependency);
      if (target === application) order.push([path, dependency.node.path]);
      else if (target?.cluster === application.cluster) dependsOn.add(target.name);
      else {
        report(construct as Construct, {
          rule: 'fleet/foreign-object',
          category: 'reference',
          message: `${path} depends on ${dependency.node.path || 'a construct'} of another cluster.`,
          effect: 'Argo CD orders objects within one cluster only: it would not wait.',
          fix: `Depend on a construct of ${application.cluster.name}.`,
        });
      }
    }
    if (!ApiObject.isApiObject(construct)) return;
    const object = plainOrReport(construct, ownResolvers);
    if (!object) return;
    const entry = { object, application: application.name, path };
    objects.push(entry);
    if (object.metadata.namespace === construct.chart.namespace) found.stamped.push(object);
    const definition = definitionOf(object);
    if (definition) found.definitions.push(definition);
  });
  const { props, cluster } = application;
  return {
    name: application.name,
    path: application.node.path,
    namespace: application.namespace,
    project: application.project.name,
    sync: props.sync ?? cluster.sync,
    prune: props.prune ?? true,
    dependsOn: [...dependsOn],
    order,
    ignoreDifferences: props.ignoreDifferences ?? [],
    syncOptions: props.syncOptions ?? [],
    helm: application.helm,
    declares: application.declares,
    objects,
  };
}

/** One object that cannot be written does not keep the others from being checked. */
function plainOrReport(construct: ApiObject, ownResolvers: boolean): KubeObject | undefined {
  try {
    return toPlainObject(construct, ownResolvers);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    report(construct, {
      rule: 'fleet/not-a-manifest',
      category: 'schema',
      message,
      effect: 'The object cannot be written as YAML.',
      fix: 'Give it plain values: texts, numbers, booleans, lists and maps.',
    });
    return undefined;
  }
}

/** Objects in no Application would be in no folder that Argo CD syncs. */
function reportStrays(cluster: Cluster): void {
  const inside = new Set<IConstruct>(cluster.applications);
  const visit = (construct: IConstruct): void => {
    if (inside.has(construct)) return;
    if (ApiObject.isApiObject(construct)) {
      report(construct, {
        rule: 'fleet/outside-application',
        message: `${construct.kind} ${construct.name} is in no Application.`,
        effect: 'It would be in no folder that Argo CD syncs, and so in no cluster.',
        fix: 'Create it below an Application; a Chart of cdk8s is none.',
      });
    }
    for (const child of construct.node.children) visit(child);
  };
  visit(cluster);
}

/** What only makes sense once every application was read. */
interface Found {
  /** Objects that have their chart's namespace. */
  readonly stamped: KubeObject[];
  readonly definitions: Definition[];
}

/** cdk8s gives the chart's namespace to cluster-scoped objects too (cdk8s-team/cdk8s#1558): it is taken off again. */
function takeOffNamespaces(found: Found, scopes: Scopes): void {
  for (const object of found.stamped) {
    if (scopes.isNamespaced(groupKind(object.apiVersion, object.kind)) === false) delete object.metadata.namespace;
  }
}

/** Hands paths down: `node.path` joins all the ids above a construct each time. */
function walk(construct: IConstruct, path: string, visit: (construct: IConstruct, path: string) => void): void {
  visit(construct, path);
  for (const child of construct.node.children) walk(child, `${path}/${child.node.id}`, visit);
}
