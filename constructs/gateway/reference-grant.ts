import { Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { GATEWAY_API_GROUP } from '../../facts/gateway-api';
import { gatewayApiObject } from './api-object';

export interface ReferenceGrantProps {
  /** Who may refer. */
  readonly from: readonly { readonly group: string; readonly kind: string; readonly namespace: string }[];
  /** To what, in the grant's own namespace; without a name to all of the kind. */
  readonly to: readonly { readonly group: string; readonly kind: string; readonly name?: string }[];
  /** The namespace of what is referred to. @default - the application's */
  readonly namespace?: string;
  /** @default - the construct's id */
  readonly name?: string;
}

/**
 * A ReferenceGrant: lets objects of another namespace refer to this one's. Routes and listeners here make their own
 * where they need one.
 */
export class ReferenceGrant extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: ReferenceGrantProps) {
    super(scope, `reference-grant-${id}`);
    this.name = props.name ?? id;
    const { from, to, namespace } = props;
    gatewayApiObject(this, 'ReferenceGrant', { name: this.name, namespace }, { from, to });
  }
}

/** A reference that crosses namespaces. */
export interface CrossReference {
  readonly from: {
    /** @default gateway.networking.k8s.io */
    readonly group?: string;
    readonly kind: string;
    readonly name: string;
    readonly namespace: string | undefined;
  };
  readonly to: {
    readonly group: string;
    readonly kind: string;
    readonly namespace: string;
    readonly names: readonly string[];
  };
}

/** Writes the grant that a reference needs, in the namespace of what is referred to. */
export function grantReference(scope: Construct, id: string, { from, to }: CrossReference): void {
  const { group = GATEWAY_API_GROUP, kind, name, namespace = 'default' } = from;
  new ReferenceGrant(scope, id, {
    // One grant for each that refers, so that it goes when the reference goes.
    name: `${kind.toLowerCase()}-${namespace}-${name}${to.kind === 'Service' ? '' : `-${to.kind.toLowerCase()}`}`,
    namespace: to.namespace,
    from: [{ group, kind, namespace }],
    // More may be added to the names while listeners are made.
    to: Lazy.any({
      produce: () => [...new Set(to.names)].map((target) => ({ group: to.group, kind: to.kind, name: target })),
    }) as unknown as ReferenceGrantProps['to'],
  });
}
