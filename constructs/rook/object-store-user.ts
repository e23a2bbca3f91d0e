import { Construct } from 'constructs';
import { userSecret } from '../../facts/rook';
import type { CephObjectStoreUserSpec } from '../../imports/ceph.rook.io';
import { rookObject } from './api-object';
import type { ObjectStore } from './object-store';

export interface ObjectStoreUserProps {
  /** @default - its name */
  readonly displayName?: string;
  /** What it may have at most: `{ maxBuckets: 10, maxSize: '100G' }`. @default - no limit */
  readonly quotas?: CephObjectStoreUserSpec['quotas'];
  /** What it may administer. @default - nothing */
  readonly capabilities?: CephObjectStoreUserSpec['capabilities'];
}

/** A CephObjectStoreUser. Rook writes its keys, `AccessKey` and `SecretKey`, into a Secret of this namespace. */
export class ObjectStoreUser extends Construct {
  readonly name: string;
  /** The Secret with its keys. */
  readonly secretName: string;

  constructor(scope: Construct, id: string, props: ObjectStoreUserProps & { readonly store: ObjectStore }) {
    super(scope, `user-${id}`);
    const { store, displayName, ...spec } = props;
    this.name = id;
    this.secretName = userSecret(store.name, id);
    rookObject(this, 'CephObjectStoreUser', id, { store: store.name, displayName: displayName ?? id, ...spec });
  }
}
