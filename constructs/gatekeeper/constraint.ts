import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { didYouMean } from '../../fleet/did-you-mean';
import { isBuiltIn, kindFacts } from '../../fleet/kinds';
import { type GroupKind, splitGroupKind } from '../../fleet/object';
import { report } from '../../fleet/report';
import type { LabelSelector } from '../../imports/k8s';
import { kinds as knownKinds } from '../../imports/kinds';
import type { ConstraintTemplate } from './constraint-template';
import type { ParameterSchemas, ParametersOf } from './parameters';

/** The objects that a constraint is for. */
export interface ConstraintMatch {
  /** Kinds with their group: `Pod`, `apps/Deployment`. */
  readonly kinds: readonly [GroupKind, ...GroupKind[]];
  /** With a `*` at the beginning or the end. @default - all */
  readonly namespaces?: readonly string[];
  /** @default - none */
  readonly excludedNamespaces?: readonly string[];
  readonly namespaceSelector?: LabelSelector;
  readonly labelSelector?: LabelSelector;
}

/** What a violation leads to: a refusal, a warning, or an entry in the constraint's status. */
export type EnforcementAction = 'deny' | 'warn' | 'dryrun';

interface SharedProps {
  /** @default - the construct's id */
  readonly name?: string;
  readonly match: ConstraintMatch;
  /** @default deny */
  readonly enforcementAction?: EnforcementAction;
}

/** Parameters as the template declares them; none where it declares none. */
export type WithParameters<S extends ParameterSchemas> = ParameterSchemas extends S
  ? { readonly parameters?: never }
  : { readonly parameters: ParametersOf<S> };

export type ConstraintProps<S extends ParameterSchemas> = SharedProps & WithParameters<S>;

/** A constraint: a template's demand of certain objects, with parameters. It comes after its template, which makes its kind. */
export class Constraint<S extends ParameterSchemas> extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: ConstraintProps<S> & { readonly template: ConstraintTemplate<S> }) {
    super(scope, `constraint-${id}`);
    this.name = props.name ?? id;
    const { template, match, parameters = {}, enforcementAction = 'deny' } = props;
    const { kinds, ...rest } = match;
    const object = new ApiObject(this, 'Default', {
      apiVersion: 'constraints.gatekeeper.sh/v1beta1',
      kind: template.kind,
      // Gatekeeper makes the kind when it has seen the template: a dry run before that fails.
      metadata: {
        name: this.name,
        annotations: { 'argocd.argoproj.io/sync-options': 'SkipDryRunOnMissingResource=true' },
      },
      spec: {
        enforcementAction,
        match: { kinds: kinds.map((kind) => this.kindOf(kind)), ...rest },
        ...(Object.keys(parameters).length > 0 ? { parameters } : {}),
      },
    });
    object.node.addDependency(template.node.defaultChild ?? template);
  }

  private kindOf(groupKind: GroupKind): object {
    const { group, kind } = splitGroupKind(groupKind);
    if (isBuiltIn(groupKind) && !kindFacts(groupKind)) {
      report(this, {
        rule: 'gatekeeper/known-kind',
        category: 'reference',
        message: `The constraint is for "${groupKind}", which Kubernetes does not have.${didYouMean(groupKind, Object.keys(knownKinds))}`,
        effect: 'It would be for nothing, and report nothing.',
        fix: 'Name the kind with its group: `apps/Deployment`, `Pod`.',
      });
    }
    return { apiGroups: [group], kinds: [kind] };
  }
}
