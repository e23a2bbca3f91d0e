import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { report } from '../../fleet/report';
import type { NamedExpression, Validation } from '../admission/expressions';
import { Constraint, type ConstraintProps } from './constraint';
import type { ParameterSchemas } from './parameters';

/** How a template decides: in CEL, which is evaluated here too, or in Rego, which only the cluster understands. */
export type TemplateCode =
  | {
      readonly validations: readonly [Validation, ...Validation[]];
      /** Used as `variables.<name>`; `variables.params` are the constraint's parameters. @default - none */
      readonly variables?: readonly NamedExpression[];
      readonly rego?: never;
    }
  | { readonly rego: string; readonly validations?: never; readonly variables?: never };

export type ConstraintTemplateProps<S extends ParameterSchemas> = TemplateCode & {
  /** What a constraint has to say, by name: its type follows from it. @default - nothing */
  readonly parameters?: S;
};

/**
 * A ConstraintTemplate: a kind of constraint. Its id is that kind (`K8sAllowedAdmins`), and its name the kind in lower case, as
 * Gatekeeper wants it.
 */
export class ConstraintTemplate<const S extends ParameterSchemas> extends Construct {
  readonly kind: string;

  constructor(scope: Construct, kind: string, props: ConstraintTemplateProps<S>) {
    super(scope, `constraint-template-${kind}`);
    this.kind = kind;
    if (!/^[A-Z][A-Za-z0-9]{0,62}$/.test(kind)) {
      report(this, {
        rule: 'gatekeeper/template-name',
        message: `"${kind}" is no kind of constraint.`,
        effect:
          'Gatekeeper cannot make a CustomResourceDefinition of it: no constraint of the template comes into being.',
        fix: 'Begin with a capital; letters and digits, 63 at most: `K8sAllowedAdmins`.',
      });
    }
    const { parameters } = props;
    const openAPIV3Schema = {
      type: 'object',
      properties: parameters,
      required: Object.keys(parameters ?? {}),
    };
    new ApiObject(this, 'Default', {
      apiVersion: 'templates.gatekeeper.sh/v1',
      kind: 'ConstraintTemplate',
      metadata: { name: kind.toLowerCase() },
      spec: {
        crd: {
          spec: {
            names: { kind },
            ...(parameters ? { validation: { legacySchema: false, openAPIV3Schema } } : {}),
          },
        },
        targets: [{ target: 'admission.k8s.gatekeeper.sh', ...codeOf(props) }],
      },
    });
  }

  /** A constraint of this kind, in the template's application. */
  constrain(id: string, props: ConstraintProps<S>): Constraint<S> {
    return new Constraint(this, id, { ...props, template: this });
  }
}

function codeOf({ rego, validations, variables }: TemplateCode): object {
  if (rego !== undefined) return { rego };
  const source = { ...(variables?.length ? { variables: [...variables] } : {}), validations: [...validations] };
  return { code: [{ engine: 'K8sNativeValidation', source }] };
}
