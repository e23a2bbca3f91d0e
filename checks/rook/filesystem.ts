import { FILESYSTEM } from '../../facts/rook';
import { describe } from '../../fleet/object';
import { nodesOf } from '../nodes';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import type { PoolShape } from './shapes';

interface FilesystemSpec {
  readonly metadataPool?: PoolShape;
  readonly dataPools?: readonly PoolShape[];
  readonly preserveFilesystemOnDelete?: boolean;
  readonly metadataServer?: {
    readonly activeCount?: number;
    readonly activeStandby?: boolean;
    readonly placement?: {
      readonly podAntiAffinity?: { readonly requiredDuringSchedulingIgnoredDuringExecution?: unknown };
    };
  };
}

export const filesystem: Rule = {
  id: 'rook/filesystem',
  holds: 'a filesystem has metadata servers and data pools that Rook takes, and outlives its object',
  effect: 'The operator refuses the filesystem, or its metadata servers stay Pending.',
  source: 'Rook v1.20.6, pkg/operator/ceph/file/filesystem.go: validateFilesystem; ceph-filesystem-crd.md',
  check(cluster, report) {
    for (const entry of cluster.ofKind(FILESYSTEM)) {
      const { dataPools = [], metadataServer = {}, preserveFilesystemOnDelete } = specOf<FilesystemSpec>(entry);
      const name = describe(entry.object);
      const say = (what: string, fix: string, section: string, severity: 'error' | 'warning' = 'error') =>
        report(entry, { severity, message: `${name} ${what}.`, fix, section });
      const { activeCount = 1 } = metadataServer;
      if (dataPools.length === 0) say('has no data pool', 'Add one, replicated.', 'spec.dataPools');
      if (dataPools[0]?.erasureCoded?.dataChunks) {
        say('has an erasure-coded first data pool', 'Put a replicated one before it.', 'spec.dataPools[0]');
      }
      const names = dataPools.flatMap((pool) => pool.name ?? []);
      const twice = names.find((n, i) => names.indexOf(n) !== i);
      if (twice !== undefined) say(`has two data pools "${twice}"`, 'Name them differently.', 'spec.dataPools');
      if (names.length < dataPools.length) {
        say(
          'has a data pool without a name, which follows from its place in the list',
          'Name it.',
          'spec.dataPools',
          'warning',
        );
      }
      const servers = activeCount * 2;
      const nodes = nodesOf(cluster).length;
      const apart = metadataServer.placement?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
      if (apart && nodes > 0 && servers > nodes) {
        say(
          `wants ${servers} metadata servers on nodes of their own, of ${nodes}`,
          'Prefer it instead of requiring it.',
          'spec.metadataServer.placement',
          'warning',
        );
      }
      if (preserveFilesystemOnDelete !== true) {
        say(
          'goes with its object, and every file in it',
          'preserveFilesystemOnDelete: true.',
          'spec.preserveFilesystemOnDelete',
          'warning',
        );
      }
    }
  },
};
