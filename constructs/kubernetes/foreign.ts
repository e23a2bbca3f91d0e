import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { report } from '../../fleet/report';

/** Says so where a construct refers to one of another namespace or cluster: by name it would find another, or none. */
export function refuseForeign(from: Construct, to: Construct & { readonly name: string }, effect: string): void {
  const [own, other] = [Chart.of(from), Chart.of(to)];
  const here = own.node.root === other.node.root;
  if (here && own.namespace === other.namespace) return;
  report(from, {
    rule: 'kubernetes/foreign-reference',
    category: 'reference',
    message: `${from.node.id} refers to "${to.name}", which is in another ${here ? 'namespace' : 'cluster'}.`,
    effect,
    fix: 'Create the two in one place.',
  });
}
