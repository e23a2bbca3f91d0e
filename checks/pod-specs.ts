import type { Entry } from '../fleet/model';
import type { GroupKind } from '../fleet/object';
import type { Container, LabelSelector, PodSpec, PodTemplateSpec } from '../imports/k8s';
import type { ClusterView } from './cluster-view';

/** A workload's Pods: their template, and where the object keeps it. */
export interface Pods {
  readonly entry: Entry;
  readonly labels: Readonly<Record<string, string>>;
  readonly spec: PodSpec;
  /** The path of the Pod's spec in the object. */
  readonly at: string;
  /** All its containers: init and ephemeral ones too. */
  readonly containers: readonly PodContainer[];
}

const TEMPLATES: Readonly<Record<GroupKind, string>> = {
  'apps/Deployment': 'spec.template',
  'apps/StatefulSet': 'spec.template',
  'apps/DaemonSet': 'spec.template',
  'apps/ReplicaSet': 'spec.template',
  ReplicationController: 'spec.template',
  'batch/Job': 'spec.template',
  'batch/CronJob': 'spec.jobTemplate.spec.template',
};

const found = new WeakMap<ClusterView, readonly Pods[]>();

/** Every Pod template of the cluster, and every Pod. Many rules ask, so the answer is kept. */
export function podsOf(cluster: ClusterView): readonly Pods[] {
  const known = found.get(cluster) ?? [...findPods(cluster)];
  found.set(cluster, known);
  return known;
}

function* findPods(cluster: ClusterView): Iterable<Pods> {
  for (const [kind, at] of Object.entries(TEMPLATES)) {
    for (const entry of cluster.ofKind(kind)) {
      const template = at.split('.').reduce<unknown>((o, key) => (o as Record<string, unknown>)?.[key], entry.object);
      const { metadata, spec } = (template ?? {}) as PodTemplateSpec;
      if (spec) yield podsIn(entry, metadata?.labels, spec, `${at}.spec`);
    }
  }
  for (const entry of cluster.ofKind('Pod')) {
    const spec = entry.object['spec'] as PodSpec | undefined;
    if (spec) yield podsIn(entry, entry.object.metadata.labels, spec, 'spec');
  }
}

function podsIn(entry: Entry, labels: Pods['labels'] | undefined, spec: PodSpec, at: string): Pods {
  return { entry, labels: labels ?? {}, spec, at, containers: listContainers(spec, at) };
}

/** A container, and its path in the object. */
export interface PodContainer {
  readonly container: Container;
  readonly at: string;
}

const LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const;

/** All containers of a Pod, with the path of each. */
function listContainers(spec: PodSpec, at: string): PodContainer[] {
  const all: PodContainer[] = [];
  for (const list of LISTS) {
    for (const container of (spec[list] ?? []) as readonly Container[]) {
      all.push({ container, at: `${at}.${list}[${container.name}]` });
    }
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

export function hasLabels(labels: Readonly<Record<string, string>>, wanted: Readonly<Record<string, string>>): boolean {
  return Object.entries(wanted).every(([key, value]) => labels[key] === value);
}
