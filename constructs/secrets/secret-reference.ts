import { Construct } from 'constructs';
import { clusterOf, findApplication } from '../../fleet/application';

/** A Secret that something makes: what other constructs take where they need one. Its content is never in git. */
export interface SecretReference {
  readonly name: string;
  readonly namespace: string;
}

export interface ExistingSecretProps {
  /** What is in it, so that a wrong key is told, and the README can say how it is made. @default - not known */
  readonly keys?: readonly [string, ...string[]];
  /** @default - the application's */
  readonly namespace?: string;
  /** @default - the construct's id */
  readonly name?: string;
}

/**
 * A Secret that a person makes by hand, before what needs it: the first credential of a store, say. It is not written:
 * the cluster is told that it is there, and the bootstrap's README lists it.
 */
export class ExistingSecret extends Construct implements SecretReference {
  readonly name: string;
  readonly namespace: string;

  constructor(scope: Construct, id: string, props: ExistingSecretProps = {}) {
    super(scope, `existing-secret-${id}`);
    this.name = props.name ?? id;
    this.namespace = props.namespace ?? findApplication(this)?.namespace ?? 'default';
    const secret = `${this.namespace}/${this.name}`;
    clusterOf(this).addExternals({
      secrets: [secret],
      secretKeys: (props.keys ?? []).map((key) => `${secret}/${key}`),
    });
  }
}
