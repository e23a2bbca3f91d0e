import { Construct } from 'constructs';
import type {
  ImageValidatingPolicySpecAttestorsCosignKeylessIdentities,
  ImageValidatingPolicySpecAttestorsNotary,
} from '../../imports/policies.kyverno.io';
import type { Validation } from '../admission/expressions';
import { celObject } from './api-object';
import { type AdmissionProps, admissionSpec, autogenSpec, type PodController } from './cel';

/** Who may have signed an image. */
export type Attestor =
  /** Cosign without a key: a certificate of Fulcio, by identity and issuer. */
  | { readonly keyless: readonly [Identity, ...Identity[]] }
  /** Cosign with a key: the public one, in PEM. */
  | { readonly key: string }
  /** Cosign with a key that a key service holds: its URI. */
  | { readonly kms: string }
  /** Notary, by certificates. */
  | { readonly notary: ImageValidatingPolicySpecAttestorsNotary };

export type Identity = ImageValidatingPolicySpecAttestorsCosignKeylessIdentities;

/** Audited images are looked at; refusing ones may also be written by their digest, which a report could not do. */
export type ImageAction =
  | { readonly action: 'Audit'; readonly mutateDigest?: never }
  /** @default - mutateDigest: true */
  | { readonly action: 'Deny'; readonly mutateDigest?: boolean };

interface ImagesProps extends AdmissionProps {
  /** Images that are looked at, with `*`: `ghcr.io/owner/*`. */
  readonly images: readonly [string, ...string[]];
  /** By the name that expressions have them by: `attestors.<name>`. */
  readonly attestors: Readonly<Record<string, Attestor>>;
  /** @default - every image of every container list is signed by every attestor */
  readonly validations?: readonly [Validation, ...Validation[]];
  /** For a policy on Pods: their makers that it covers too. @default - all */
  readonly controllers?: readonly PodController[];
  /** Whether the image's digest has to be said. @default true */
  readonly verifyDigest?: boolean;
  /** Whether an image that was looked at nowhere is refused. @default true */
  readonly required?: boolean;
}

export type ImageValidatingPolicyProps = ImagesProps & ImageAction;

/** An ImageValidatingPolicy: images of the whole cluster have to be signed. Needs Kyverno 1.17. */
export class ImageValidatingPolicy extends Construct {
  readonly kind = 'ImageValidatingPolicy';
  readonly name: string;

  constructor(scope: Construct, id: string, props: ImageValidatingPolicyProps) {
    super(scope, `image-validating-policy-${id}`);
    this.name = props.name ?? id;
    celObject(this, this.kind, id, props, imageSpec(this, props));
  }
}

/** A NamespacedImageValidatingPolicy: the same for the Pods of its own namespace. Needs Kyverno 1.17. */
export class NamespacedImageValidatingPolicy extends Construct {
  readonly kind = 'NamespacedImageValidatingPolicy';
  readonly name: string;

  constructor(scope: Construct, id: string, props: ImageValidatingPolicyProps) {
    super(scope, `namespaced-image-validating-policy-${id}`);
    this.name = props.name ?? id;
    celObject(this, this.kind, id, props, imageSpec(this, props));
  }
}

const LISTS = ['containers', 'initContainers', 'ephemeralContainers'] as const;

function imageSpec(scope: Construct, props: ImageValidatingPolicyProps): object {
  const { action, images, attestors, controllers, verifyDigest = true, required = true } = props;
  const { validations = signedBy(Object.keys(attestors)) } = props;
  return {
    ...admissionSpec(scope, props),
    validationActions: [action],
    matchImageReferences: images.map((glob) => ({ glob })),
    attestors: Object.entries(attestors).map(([name, attestor]) => ({ name, ...attestorSpec(attestor) })),
    validations: [...validations],
    validationConfigurations: {
      mutateDigest: action === 'Deny' && (props.mutateDigest ?? true),
      verifyDigest,
      required,
    },
    ...(controllers ? { autogen: autogenSpec(controllers) } : {}),
  };
}

function attestorSpec(attestor: Attestor): object {
  if ('keyless' in attestor) return { cosign: { keyless: { identities: [...attestor.keyless] } } };
  if ('key' in attestor) return { cosign: { key: { data: attestor.key } } };
  if ('kms' in attestor) return { cosign: { key: { kms: attestor.kms } } };
  return { notary: attestor.notary };
}

/** One demand for each attestor; images of other repositories are in none of the lists. */
function signedBy(attestors: readonly string[]): Validation[] {
  return attestors.map((name) => ({
    expression: LISTS.map(
      (list) => `images.${list}.map(image, verifyImageSignatures(image, [attestors.${name}])).all(count, count > 0)`,
    ).join(' && '),
    message: `The image is not signed by ${name}.`,
  }));
}
