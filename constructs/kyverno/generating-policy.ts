import { Construct } from 'constructs';
import { celObject } from './api-object';
import { type CelPolicyProps, celSpec } from './cel';

export interface GeneratingPolicyProps extends CelPolicyProps {
  /** Calls of `generator.Apply(<namespace>, [<objects>])`. */
  readonly generate: readonly [string, ...string[]];
  /** Keeps what was made as the policy says, and deletes it with the object that it was made for. @default true */
  readonly synchronize?: boolean;
  /** Makes it for objects that are there already, too. @default true */
  readonly generateExisting?: boolean;
  /** What was made stays when the policy goes. @default true: what protects should not go with a mistake in git */
  readonly orphanDownstreamOnPolicyDelete?: boolean;
}

/**
 * A GeneratingPolicy: makes objects for objects of the whole cluster. Kyverno's background controller makes them, with its own
 * account: `generatorRole` gives it the right. Needs Kyverno 1.17.
 */
export class GeneratingPolicy extends Construct {
  readonly kind = 'GeneratingPolicy';
  readonly name: string;

  constructor(scope: Construct, id: string, props: GeneratingPolicyProps) {
    super(scope, `generating-policy-${id}`);
    this.name = props.name ?? id;
    celObject(this, this.kind, id, props, generatingSpec(this, props));
  }
}

/** A NamespacedGeneratingPolicy: the same within its own namespace. Needs Kyverno 1.17. */
export class NamespacedGeneratingPolicy extends Construct {
  readonly kind = 'NamespacedGeneratingPolicy';
  readonly name: string;

  constructor(scope: Construct, id: string, props: GeneratingPolicyProps) {
    super(scope, `namespaced-generating-policy-${id}`);
    this.name = props.name ?? id;
    celObject(this, this.kind, id, props, generatingSpec(this, props));
  }
}

function generatingSpec(scope: Construct, props: GeneratingPolicyProps): object {
  const { generate, synchronize = true, generateExisting = true, orphanDownstreamOnPolicyDelete = true } = props;
  return {
    ...celSpec(scope, props),
    evaluation: {
      synchronize: { enabled: synchronize },
      generateExisting: { enabled: generateExisting },
      orphanDownstreamOnPolicyDelete: { enabled: orphanDownstreamOnPolicyDelete },
    },
    generate: generate.map((expression) => ({ expression })),
  };
}
