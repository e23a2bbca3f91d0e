import { Construct } from 'constructs';
import type { CephFilesystemSubVolumeGroupSpec } from '../../imports/ceph.rook.io';
import { rookObject } from './api-object';
import type { Filesystem } from './filesystem';

export interface SubVolumeGroupProps {
  /** The most it may hold: `100Gi`. @default - no limit */
  readonly quota?: string;
  /** One of the filesystem's data pools, as Ceph names it: `<filesystem>-<pool>`. @default - the filesystem's first */
  readonly dataPoolName?: string;
  /** How its folders are spread over metadata servers. @default - distributed */
  readonly pinning?: CephFilesystemSubVolumeGroupSpec['pinning'];
}

/** A CephFilesystemSubVolumeGroup. No sync and no deletion of its Application takes it away. */
export class SubVolumeGroup extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: SubVolumeGroupProps & { readonly filesystem: Filesystem }) {
    super(scope, `sub-volume-group-${id}`);
    const { filesystem, ...spec } = props;
    this.name = id;
    rookObject(this, 'CephFilesystemSubVolumeGroup', `${filesystem.name}-${id}`, {
      name: id,
      filesystemName: filesystem.name,
      ...spec,
    });
  }
}
