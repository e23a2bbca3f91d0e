import { Construct } from 'constructs';
import { findApplication } from '../../fleet/application';
import { report } from '../../fleet/report';
import type { NamedExpression } from '../admission/expressions';
import { inWave } from '../argocd/in-wave';
import { ClassicPolicyException } from './classic/policy-exception';
import { PolicyException } from './policy-exception';
import type { PolicySet, WrittenPolicy } from './policy-set';

export interface ExemptionProps {
  /** The cluster's policies. */
  readonly from: PolicySet;
  /** The names of those that it is from. */
  readonly policies: readonly [string, ...string[]];
  /** Why: a reviewer judges it, and whoever is on call reads it. */
  readonly reason: string;
  /** What the names of the objects begin with: a DaemonSet's, and so its Pods'. @default - all of the namespace */
  readonly workloads?: readonly [string, ...string[]];
}

/** Kinds that policies on Pods are carried over to, and Pods. */
const POD_KINDS = [
  'Pod',
  'apps/DaemonSet',
  'apps/Deployment',
  'apps/StatefulSet',
  'batch/CronJob',
  'batch/Job',
] as const;

/**
 * An exception from policies for workloads of one namespace, in the form of the cluster's Kyverno. It belongs beside the workload
 * that needs it, and comes to the cluster before it.
 */
export class Exemption extends Construct {
  constructor(scope: Construct, id: string, props: ExemptionProps) {
    super(scope, `exemption-${id}`);
    const { from, policies, reason, workloads } = props;
    const namespace = findApplication(this)?.namespace ?? '';
    if (reason.trim() === '') {
      report(this, {
        rule: 'kyverno/exemption-reason',
        message: `The exemption "${id}" gives no reason.`,
        effect: 'Nobody could tell later whether it is still needed.',
        fix: 'Say which of the workload’s needs the policy forbids.',
      });
    }
    const written = from.named(...policies);
    const celPolicies = written.filter(({ ruleName }) => ruleName === undefined);
    const classicPolicies = written.filter(({ ruleName }) => ruleName !== undefined);
    if (celPolicies.length > 0) {
      const exception = new PolicyException(this, id, {
        description: reason,
        policies: celPolicies as [WrittenPolicy, ...WrittenPolicy[]],
        matchConditions: [of(namespace, workloads)],
      });
      inWave(-1, exception);
    }
    if (classicPolicies.length > 0) {
      const exception = new ClassicPolicyException(this, id, {
        description: reason,
        exceptions: classicPolicies.map(({ name, ruleName = name }) => ({
          policyName: name,
          ruleNames: [ruleName],
        })) as unknown as ConstructorParameters<typeof ClassicPolicyException>[2]['exceptions'],
        match: {
          any: [
            {
              kinds: POD_KINDS,
              namespaces: [namespace],
              ...(workloads ? { names: workloads.map((name) => `${name}*`) } : {}),
            },
          ],
        },
      });
      inWave(-1, exception);
    }
  }
}

/** Pods that a controller makes have no name yet when the policies look at them, but what their names begin with. */
function of(namespace: string, workloads: readonly string[] | undefined): NamedExpression {
  const inNamespace = `object.metadata.?namespace.orValue('') == ${celText(namespace)}`;
  if (!workloads) return { name: 'workloads', expression: inNamespace };
  const name = `(object.metadata.?name.orValue('') + object.metadata.?generateName.orValue(''))`;
  const named = `[${workloads.map(celText).join(', ')}].exists(prefix, ${name}.startsWith(prefix))`;
  return { name: 'workloads', expression: `${inNamespace} && ${named}` };
}

const celText = (text: string) => `'${text.replace(/['\\]/g, '\\$&')}'`;
