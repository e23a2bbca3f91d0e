import type { Entry } from '../fleet/model';
import { type GroupKind, groupKind, type KubeObject } from '../fleet/object';
import type { Container, LabelSelector, PodSpec, PodTemplateSpec } from '../imports/k8s';
import type { ClusterView } from './cluster-view';
import { memo } from './memo';

/** A workload's Pods: their template, and where the object keeps it. */
export interface Pods {
  readonly entry: Entry;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>> | undefined;
  readonly spec: PodSpec;
  /** The path of the Pod's spec in the object. */
  readonly at: string;
  /** All its containers: init and ephemeral ones too. */
  readonly containers: readonly PodContainer[];
}

/** The kinds that make Pods, with the path of the template. */
export const POD_TEMPLATES: Readonly<Record<GroupKind, string>> = {
  'apps/Deployment': 'spec.template',
  'apps/StatefulSet': 'spec.template',
  'apps/DaemonSet': 'spec.template',
  'apps/ReplicaSet': 'spec.template',
  ReplicationController: 'spec.template',
  'batch/Job': 'spec.template',
  'batch/CronJob': 'spec.jobTemplate.spec.template',
};

interface Index {
  readonly all: readonly Pods[];
  readonly byNamespace: ReadonlyMap<string, readonly Pods[]>;
}

/** Every Pod template of the cluster, and every Pod. */
export function podsOf(cluster: ClusterView): readonly Pods[] {
  return indexOf(cluster).all;
}

/** The Pod templates of a namespace. */
export function podsIn(cluster: ClusterView, namespace: string | undefined): readonly Pods[] {
  return indexOf(cluster).byNamespace.get(namespace ?? '') ?? [];
}

/** Many rules ask, so what was found is kept. */
const indexOf = memo((cluster): Index => {
  const all = [...findPods(cluster)];
  const byNamespace = new Map<string, Pods[]>();
  for (const pods of all) {
    const namespace = pods.entry.object.metadata.namespace ?? '';
    const list = byNamespace.get(namespace);
    if (list) list.push(pods);
    else byNamespace.set(namespace, [pods]);
  }
  return { all, byNamespace };
});

function* findPods(cluster: ClusterView): Iterable<Pods> {
  for (const kind of [...Object.keys(POD_TEMPLATES), 'Pod']) {
    for (const entry of cluster.ofKind(kind)) {
      const template = podTemplateOf(entry.object);
      if (!template) continue;
      const { metadata, spec, at } = template;
      const containers = listContainers(spec, at);
      yield { entry, labels: metadata?.labels ?? {}, annotations: metadata?.annotations, spec, at, containers };
    }
  }
}

/** What an object's Pods are made from, and the path of their spec in it; undefined for one that has none. */
export function podTemplateOf(object: KubeObject): (PodTemplateSpec & { spec: PodSpec; at: string }) | undefined {
  const kind = groupKind(object.apiVersion, object.kind);
  const path = POD_TEMPLATES[kind];
  if (path === undefined && kind !== 'Pod') return undefined;
  const template = path
    ?.split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], object);
  const { metadata, spec } = (path === undefined ? object : (template ?? {})) as PodTemplateSpec;
  return spec && { ...(metadata ? { metadata } : {}), spec, at: path === undefined ? 'spec' : `${path}.spec` };
}

/** A container, and its path in the object: put together only where somebody asks, which is where something is wrong. */
export class PodContainer {
  constructor(
    readonly container: Container,
    private readonly list: string,
  ) {}

  get at(): string {
    return `${this.list}[${this.container.name}]`;
  }
}

const LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const;

/** All containers of a Pod, with the path of each. */
function listContainers(spec: PodSpec, at: string): PodContainer[] {
  const all: PodContainer[] = [];
  for (const list of LISTS) {
    const containers = spec[list] as readonly Container[] | undefined;
    if (!containers) continue;
    const path = `${at}.${list}`;
    for (const container of containers) all.push(new PodContainer(container, path));
  }
  return all;
}

/** Whether a selector takes these labels. An empty selector takes all, a missing one none. */
export function selects(selector: LabelSelector | undefined, labels: Readonly<Record<string, string>>): boolean {
  if (!selector) return false;
  return (
    hasLabels(labels, selector.matchLabels ?? {}) &&
    (selector.matchExpressions ?? []).every(({ key, operator, values = [] }) => {
      const value = labels[key];
      if (operator === 'Exists') return value !== undefined;
      if (operator === 'DoesNotExist') return value === undefined;
      if (operator === 'In') return value !== undefined && values.includes(value);
      return value === undefined || !values.includes(value);
    })
  );
}

/** A selector that takes all. */
export const isEmptySelector = (selector: LabelSelector | undefined) =>
  Object.keys(selector?.matchLabels ?? {}).length + (selector?.matchExpressions?.length ?? 0) === 0;

export function hasLabels(labels: Readonly<Record<string, string>>, wanted: Readonly<Record<string, string>>): boolean {
  for (const key in wanted) if (labels[key] !== wanted[key]) return false;
  return true;
}
