import { Construct } from 'constructs';
import { classicObject, type PolicyProps } from '../api-object';
import { type ClassicMatch, classicMatch } from './match';

export interface ClassicPolicyExceptionProps extends PolicyProps {
  /** The rules that it is from, by policy; Kyverno's own for Pod controllers (`autogen-<rule>`) are added. */
  readonly exceptions: readonly [RuleReference, ...RuleReference[]];
  readonly match: ClassicMatch;
}

export interface RuleReference {
  /** A ClusterPolicy's name, or `<namespace>/<name>` of a Policy. */
  readonly policyName: string;
  readonly ruleNames: readonly [string, ...string[]];
}

/** A PolicyException from classic rules. It counts where Kyverno is told to read exceptions, and reads those of its namespace. */
export class ClassicPolicyException extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: ClassicPolicyExceptionProps) {
    super(scope, `classic-policy-exception-${id}`);
    this.name = props.name ?? id;
    classicObject(this, 'v2', 'PolicyException', id, props, {
      exceptions: props.exceptions.map(({ policyName, ruleNames }) => ({
        policyName,
        ruleNames: ruleNames.flatMap((rule) => [rule, `autogen-${rule}`, `autogen-cronjob-${rule}`]),
      })),
      match: classicMatch(this, props.match),
    });
  }
}
