import { ApiObject } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { type Application, findApplication } from './application';
import type { Cluster } from './cluster';
import type { ApplicationModel, ClusterModel, Entry } from './model';
import { groupKind, type KubeObject } from './object';
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
  return {
    name: cluster.name,
    facts: cluster.props,
    repository: cluster.fleet.repository,
    revision: cluster.revision,
    folder: `${cluster.fleet.folder}/${cluster.name}`,
    argocd: cluster.argocd,
    projects: cluster.projects,
    applications,
    scopes,
  };
}

function collectApplication(application: Application, found: Found): ApplicationModel {
  const ownResolvers = hasOwnResolvers(application.cluster);
  const objects: Entry[] = [];
  const dependsOn = new Set(application.dependencies.map((d) => d.name));
  const order: [string, string][] = [];
  walk(application, (construct) => {
    for (const message of construct.node.validate()) {
      report(construct as Construct, { rule: 'fleet/validation', message });
    }
    for (const dependency of construct.node.dependencies) {
      const target = findApplication(dependency);
      if (target === application) order.push([construct.node.path, dependency.node.path]);
      else if (target?.cluster === application.cluster) dependsOn.add(target.name);
    }
    if (!ApiObject.isApiObject(construct)) return;
    const object = toPlainObject(construct, ownResolvers);
    const entry = { object, application: application.name, path: construct.node.path };
    objects.push(entry);
    if (object.metadata.namespace === construct.chart.namespace) found.stamped.push(object);
    if (object.kind === 'CustomResourceDefinition') found.definitions.push(object);
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

/** What only makes sense once every application was read. */
interface Found {
  /** Objects that have their chart's namespace. */
  readonly stamped: KubeObject[];
  readonly definitions: KubeObject[];
}

/** cdk8s gives the chart's namespace to cluster-scoped objects too (cdk8s-team/cdk8s#1558): it is taken off again. */
function takeOffNamespaces(found: Found, scopes: Scopes): void {
  for (const object of found.stamped) {
    if (scopes.isNamespaced(groupKind(object.apiVersion, object.kind)) === false) delete object.metadata.namespace;
  }
}

function walk(construct: IConstruct, visit: (construct: IConstruct) => void): void {
  visit(construct);
  for (const child of construct.node.children) walk(child, visit);
}
