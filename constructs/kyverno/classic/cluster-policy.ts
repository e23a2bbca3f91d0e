import { Construct } from 'constructs';
import { report } from '../../../fleet/report';
import { classicObject, type PolicyProps } from '../api-object';
import type { ClassicMatch, UserMatch } from './match';
import { type ClassicRule, ruleSpec } from './rule';

interface SharedProps extends PolicyProps {
  /** What happens where Kyverno does not answer. @default Fail */
  readonly failurePolicy?: 'Fail' | 'Ignore';
  /** How long the API server waits, in seconds, 1 to 30. @default 10 */
  readonly timeoutSeconds?: number;
  /** Whether the first rule that is for an object ends the policy. @default All */
  readonly applyRules?: 'All' | 'One';
}

/** Rules that ask who makes the request cannot look at what is there: nobody makes one. */
export type ClassicRules =
  | { readonly background?: true; readonly rules: readonly [ClassicRule<ClassicMatch>, ...ClassicRule<ClassicMatch>[]] }
  | { readonly background: false; readonly rules: readonly [ClassicRule<UserMatch>, ...ClassicRule<UserMatch>[]] };

export type ClusterPolicyProps = SharedProps & ClassicRules;

/** A ClusterPolicy. Deprecated since Kyverno 1.17: for clusters with an older one, and for what CEL does not say. */
export class ClusterPolicy extends Construct {
  readonly kind = 'ClusterPolicy';
  readonly name: string;

  constructor(scope: Construct, id: string, props: ClusterPolicyProps) {
    super(scope, `cluster-policy-${id}`);
    this.name = props.name ?? id;
    classicObject(this, 'v1', this.kind, id, props, classicSpec(this, props));
  }
}

/** A Policy: the same for the objects of its own namespace. */
export class Policy extends Construct {
  readonly kind = 'Policy';
  readonly name: string;

  constructor(scope: Construct, id: string, props: ClusterPolicyProps) {
    super(scope, `policy-${id}`);
    this.name = props.name ?? id;
    if (props.rules.some(({ validate }) => validate?.failureActionOverrides?.length)) {
      report(this, {
        rule: 'kyverno/overrides',
        message: `Policy "${this.name}" has failureActionOverrides, which are by namespace.`,
        effect: 'Kyverno refuses the policy: a Policy is of one namespace.',
        fix: 'Say `failureAction` alone, or make it a ClusterPolicy.',
      });
    }
    classicObject(this, 'v1', this.kind, id, props, classicSpec(this, props));
  }
}

function classicSpec(scope: Construct, props: ClusterPolicyProps): object {
  const { background = true, failurePolicy = 'Fail', timeoutSeconds, applyRules, rules } = props;
  return {
    background,
    ...(applyRules ? { applyRules } : {}),
    webhookConfiguration: { failurePolicy, ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }) },
    rules: rules.map((rule) => ruleSpec(scope, rule)),
  };
}
