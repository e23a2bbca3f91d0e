import { type Disk, diskOf } from '../fleet/platform';
import type { ClusterView } from './cluster-view';
import { memo } from './memo';

/** A machine of the cluster, as far as it is known: from the platform's facts, or from its Node object. */
export interface NodeView {
  /** The Node object's name. */
  readonly name: string;
  /** The label kubernetes.io/hostname: the name, unless a Node object says otherwise. */
  readonly hostname: string;
  /** Undefined where no Node object is there to tell. */
  readonly labels: Readonly<Record<string, string>> | undefined;
  /** `6.12.18`, where a Node object tells. */
  readonly kernel: string | undefined;
  /** Undefined where the platform does not tell. */
  readonly bootDisk: Disk | undefined;
  readonly disks: readonly Disk[] | undefined;
}

/** The cluster's machines; none where nobody says which they are. */
export const nodesOf = memo((cluster): readonly NodeView[] => [...fromFacts(cluster), ...fromObjects(cluster)]);

function fromFacts(cluster: ClusterView): NodeView[] {
  return (cluster.facts.platform.nodes ?? []).map(({ name, bootDisk, disks }) => ({
    name,
    hostname: name,
    labels: undefined,
    kernel: undefined,
    bootDisk: diskOf(bootDisk),
    disks: (disks ?? []).map(diskOf),
  }));
}

function fromObjects(cluster: ClusterView): NodeView[] {
  return [...cluster.ofKind('Node')].map(({ object }) => {
    const { name, labels = {} } = object.metadata;
    const status = object['status'] as { nodeInfo?: { kernelVersion?: string } } | undefined;
    return {
      name,
      hostname: labels['kubernetes.io/hostname'] ?? name,
      labels,
      kernel: status?.nodeInfo?.kernelVersion,
      bootDisk: undefined,
      disks: undefined,
    };
  });
}
