import { Construct } from 'constructs';
import type { Validation, ValidationActions } from '../admission/expressions';
import { celObject } from './api-object';
import { type AdmissionProps, admissionSpec, autogenSpec, type PodController } from './cel';

export interface ValidatingPolicyProps extends AdmissionProps {
  readonly validations: readonly [Validation, ...Validation[]];
  /** @default Deny */
  readonly validationActions?: ValidationActions;
  /** For a policy on Pods: their makers that it covers too. @default - all */
  readonly controllers?: readonly PodController[];
  /** Whether what is in the cluster already is looked at, for the reports. @default true */
  readonly background?: boolean;
  /** Lets Kyverno have the API server itself do it, as a ValidatingAdmissionPolicy. @default false */
  readonly validatingAdmissionPolicy?: boolean;
}

/** A ValidatingPolicy: refuses, or reports, objects of the whole cluster. Needs Kyverno 1.17. */
export class ValidatingPolicy extends Construct {
  readonly kind = 'ValidatingPolicy';
  readonly name: string;

  constructor(scope: Construct, id: string, props: ValidatingPolicyProps) {
    super(scope, `validating-policy-${id}`);
    this.name = props.name ?? id;
    celObject(this, this.kind, id, props, validatingSpec(this, props));
  }
}

/** A NamespacedValidatingPolicy: the same for the objects of its own namespace. Needs Kyverno 1.17. */
export class NamespacedValidatingPolicy extends Construct {
  readonly kind = 'NamespacedValidatingPolicy';
  readonly name: string;

  constructor(scope: Construct, id: string, props: ValidatingPolicyProps) {
    super(scope, `namespaced-validating-policy-${id}`);
    this.name = props.name ?? id;
    celObject(this, this.kind, id, props, validatingSpec(this, props));
  }
}

function validatingSpec(scope: Construct, props: ValidatingPolicyProps): object {
  const { validations, validationActions = ['Deny'], controllers, background, validatingAdmissionPolicy } = props;
  const autogen = {
    ...autogenSpec(controllers),
    ...(validatingAdmissionPolicy ? { validatingAdmissionPolicy: { enabled: true } } : {}),
  };
  return {
    ...admissionSpec(scope, props),
    validationActions: [...validationActions],
    validations: [...validations],
    ...(Object.keys(autogen).length > 0 ? { autogen } : {}),
    ...(background === false ? { evaluation: { background: { enabled: false } } } : {}),
  };
}
