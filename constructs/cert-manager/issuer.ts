import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { IssuerReference } from '../gateway/gateway';
import type { AcmeSolver } from './acme';

/** How certificates are made. */
export type IssuerProps = (
  | { readonly acme: Acme }
  | {
      /** Signs with a certificate of one's own: a TLS Secret. */
      readonly ca: { readonly secretName: string };
    }
  | {
      /** Each certificate signs itself: for a first CA, and nothing that others should trust. */
      readonly selfSigned: Readonly<Record<never, never>>;
    }
) & {
  /** @default - the construct's id */
  readonly name?: string;
};

export interface Acme {
  /** `letsEncrypt`, `letsEncryptStaging`, or a directory's address. */
  readonly server: string;
  /** Where the authority writes to about the account. @default - nobody */
  readonly email?: string;
  /** The Secret that cert-manager keeps the account's key in. @default - `<name>-account` */
  readonly accountSecret?: string;
  readonly solvers: readonly [AcmeSolver, ...AcmeSolver[]];
}

/** Trusted by browsers; at most 50 new certificates a week for a registered domain. */
export const letsEncrypt = 'https://acme-v02.api.letsencrypt.org/directory';
/** For trying out: trusted by nobody, with wide limits. */
export const letsEncryptStaging = 'https://acme-staging-v02.api.letsencrypt.org/directory';

/** What Issuer and ClusterIssuer have in common. */
abstract class AnyIssuer<K extends IssuerReference['kind']> extends Construct implements IssuerReference {
  readonly name: string;

  constructor(
    scope: Construct,
    id: string,
    readonly kind: K,
    props: IssuerProps,
  ) {
    super(scope, `${kind === 'Issuer' ? 'issuer' : 'cluster-issuer'}-${id}`);
    this.name = props.name ?? id;
    new ApiObject(this, 'Default', {
      apiVersion: 'cert-manager.io/v1',
      kind,
      metadata: { name: this.name },
      spec: toSpec(props, this.name),
    });
  }
}

/** An Issuer: for Certificates of its own namespace. */
export class Issuer extends AnyIssuer<'Issuer'> {
  constructor(scope: Construct, id: string, props: IssuerProps) {
    super(scope, id, 'Issuer', props);
  }
}

/** A ClusterIssuer: for Certificates of every namespace. Its Secrets are in cert-manager's namespace. */
export class ClusterIssuer extends AnyIssuer<'ClusterIssuer'> {
  constructor(scope: Construct, id: string, props: IssuerProps) {
    super(scope, id, 'ClusterIssuer', props);
  }
}

function toSpec(props: IssuerProps, name: string): object {
  if ('ca' in props) return { ca: props.ca };
  if ('selfSigned' in props) return { selfSigned: {} };
  const { server, email, accountSecret, solvers } = props.acme;
  return {
    acme: {
      server,
      email,
      privateKeySecretRef: { name: accountSecret ?? `${name}-account` },
      solvers: solvers.map(({ spec }) => spec),
    },
  };
}
