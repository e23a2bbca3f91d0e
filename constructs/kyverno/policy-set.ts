import { Construct } from 'constructs';
import { prefersCelKinds } from '../../facts/kyverno';
import { clusterOf } from '../../fleet/application';
import { didYouMean } from '../../fleet/did-you-mean';
import { report } from '../../fleet/report';
import { celForm } from './forms/cel';
import { classicForm } from './forms/classic';
import type { PolicyDefinition } from './presets/definition';
import type { Rollout } from './rollout';

export interface PolicySetProps {
  readonly policies: readonly PolicyDefinition[];
  /** How far the policies have come in this cluster. */
  readonly rollout: Rollout;
  /** The same for single policies, by name. @default - as the others */
  readonly rollouts?: Readonly<Record<string, Rollout>>;
}

/** A policy that was written, as exceptions name it. */
export interface WrittenPolicy {
  readonly kind: string;
  readonly name: string;
  /** Of a classic policy. */
  readonly ruleName?: string;
}

/**
 * Policies of a cluster, each written once, in the form of the cluster's Kyverno: kinds of CEL since 1.19, ClusterPolicy before.
 */
export class PolicySet extends Construct {
  /** What was written for each definition, by its name. */
  private readonly written = new Map<string, readonly WrittenPolicy[]>();

  constructor(scope: Construct, id: string, props: PolicySetProps) {
    super(scope, id);
    const { policies, rollout, rollouts = {} } = props;
    const version = clusterOf(this).props.kyverno?.version;
    if (version === undefined) {
      report(this, {
        rule: 'kyverno/version',
        message: `Cluster ${clusterOf(this).name} does not say which Kyverno it has.`,
        effect: 'The policies would be of kinds that its Kyverno may not serve.',
        fix: "Say it in the cluster's facts: `kyverno: { version: '1.19' }`.",
      });
    }
    const form = version === undefined || prefersCelKinds(version) ? celForm : classicForm;
    for (const definition of policies) {
      this.written.set(definition.name, form(this, definition, rollouts[definition.name] ?? rollout));
    }
    for (const name of Object.keys(rollouts)) this.has(name, 'A rollout is for');
  }

  /** What was written for policies, by the definitions' names. */
  named(...names: readonly string[]): WrittenPolicy[] {
    return names.flatMap((name) => (this.has(name, 'An exception is from') ? (this.written.get(name) ?? []) : []));
  }

  private has(name: string, what: string): boolean {
    if (this.written.has(name)) return true;
    const names = [...this.written.keys()];
    report(this, {
      rule: 'kyverno/policy-name',
      category: 'reference',
      message: `${what} the policy "${name}", which is not among these.${didYouMean(name, names)}`,
      effect: 'It would have no effect: what it is for stays as the policies have it.',
      fix: `One of ${names.join(', ')}.`,
    });
    return false;
  }
}
