import type { Construct } from 'constructs';
import { didYouMean } from '../../fleet/did-you-mean';
import { kindFacts } from '../../fleet/kinds';
import { type GroupKind, splitGroupKind } from '../../fleet/object';
import { report } from '../../fleet/report';
import type { LabelSelector, NamedRuleWithOperations } from '../../imports/k8s';
import { kinds } from '../../imports/kinds';

/** What a request does to an object. */
export type Operation = 'CREATE' | 'UPDATE' | 'DELETE' | 'CONNECT';

/** A kind that nobody imported here, as the API server names it. */
export interface ForeignKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** The name in the API's path: `virtualservices`. */
  readonly plural: string;
}

/** The objects that a policy is for; every form of policy is written from it. */
export interface Match {
  /** Kinds with their group: `Pod`, `apps/Deployment`. */
  readonly kinds: readonly [GroupKind | ForeignKind, ...(GroupKind | ForeignKind)[]];
  /** @default CREATE and UPDATE */
  readonly operations?: readonly [Operation, ...Operation[]];
  /** Labels of their namespaces; of a Namespace its own. @default - all namespaces */
  readonly namespaceSelector?: LabelSelector;
  /** Their labels. Kyverno then covers Pods only, not what makes them. @default - whatever their labels */
  readonly objectSelector?: LabelSelector;
}

/** `matchConstraints` of the API server's policies and of Kyverno's kinds of CEL. */
export interface MatchConstraints {
  readonly resourceRules: NamedRuleWithOperations[];
  readonly namespaceSelector?: LabelSelector;
  readonly objectSelector?: LabelSelector;
}

const WRITES = ['CREATE', 'UPDATE'] as const;

/** A match as `matchConstraints`: a rule for each API version. */
export function matchConstraints(scope: Construct, match: Match): MatchConstraints {
  const { operations = WRITES, namespaceSelector, objectSelector } = match;
  const byVersion = new Map<string, NamedRuleWithOperations>();
  for (const each of match.kinds) {
    const { group, version, plural } = resolveKind(scope, each);
    const known = byVersion.get(`${group}/${version}`)?.resources ?? [];
    byVersion.set(`${group}/${version}`, {
      apiGroups: [group],
      apiVersions: [version],
      operations: [...operations],
      resources: [...known, plural],
    });
  }
  return {
    resourceRules: [...byVersion.values()],
    ...(namespaceSelector ? { namespaceSelector } : {}),
    ...(objectSelector ? { objectSelector } : {}),
  };
}

/** A kind as the API server names it; one that is not known here is told. */
export function resolveKind(scope: Construct, wanted: GroupKind | ForeignKind): ForeignKind {
  if (typeof wanted !== 'string') return wanted;
  const { group, kind } = splitGroupKind(wanted);
  const facts = kindFacts(wanted);
  if (facts) return { group, kind, version: facts.versions[0] ?? 'v1', plural: facts.plural };
  report(scope, {
    rule: 'admission/known-kind',
    category: 'reference',
    message: `The policy is for "${wanted}", a kind that is not known here.${hint(wanted)}`,
    effect: 'The policy would be for nothing: kinds are matched by their exact names.',
    fix: 'Name it as `group/Kind` (`apps/Deployment`, `Pod`), or say `{ group, version, kind, plural }`.',
  });
  // A group that nobody knows: what was told once, no rule tells again.
  return { group: 'unknown', kind, version: 'v1', plural: kind.toLowerCase() };
}

/** A kind whose group was left out, or one that is spelt alike. */
function hint(wanted: GroupKind): string {
  const known = Object.keys(kinds);
  const named = known.filter((each) => each.endsWith(`/${wanted}`));
  return named.length > 0
    ? ` Did you mean ${named.map((each) => `"${each}"`).join(' or ')}?`
    : didYouMean(wanted, known);
}
