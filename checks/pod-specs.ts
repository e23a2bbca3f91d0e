import type { Entry } from '../fleet/model';
import { type GroupKind, groupKind, type KubeObject } from '../fleet/object';
import type { Container, PodSpec, PodTemplateSpec } from '../imports/k8s';
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

/** Those of them that have to select their own Pods by labels. */
export const SELECTING: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet']);

/** The way to each kind's template, and the path of the Pod's spec; a Pod is its own template. */
const PLACES: ReadonlyMap<GroupKind, Place> = new Map(
  [...Object.entries(POD_TEMPLATES), ['Pod', ''] as const].map(([kind, path]) => {
    const steps = path === '' ? [] : path.split('.');
    return [kind, { steps, at: [...steps, 'spec'].join('.') }];
  }),
);

interface Place {
  readonly steps: readonly string[];
  readonly at: string;
}

/** Every Pod template of the cluster, and every Pod. Many rules ask, so what was found is kept. */
export const podsOf = memo((cluster): readonly Pods[] => findPods(cluster));

function findPods(cluster: ClusterView): Pods[] {
  const found: Pods[] = [];
  for (const [kind, place] of PLACES) {
    for (const entry of cluster.ofKind(kind)) {
      const template = templateAt(entry.object, place);
      if (!template) continue;
      const { metadata, spec, at } = template;
      const containers = listContainers(spec, at);
      found.push({ entry, labels: metadata?.labels ?? {}, annotations: metadata?.annotations, spec, at, containers });
    }
  }
  return found;
}

/** A Pod's template, and the path of its spec in the object. */
export interface PodTemplate {
  readonly metadata: PodTemplateSpec['metadata'];
  readonly spec: PodSpec;
  readonly at: string;
}

/** What an object's Pods are made from, and the path of their spec in it; undefined for one that has none. */
export function podTemplateOf(object: KubeObject): PodTemplate | undefined {
  const place = PLACES.get(groupKind(object.apiVersion, object.kind));
  return place && templateAt(object, place);
}

function templateAt(object: KubeObject, place: Place): PodTemplate | undefined {
  let template: Record<string, unknown> | undefined = object;
  for (const step of place.steps) template = template?.[step] as Record<string, unknown> | undefined;
  const { metadata, spec } = (template ?? {}) as PodTemplateSpec;
  return spec && { metadata, spec, at: place.at };
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
