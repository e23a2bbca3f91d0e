import type { Construct } from 'constructs';
import type { GroupKind } from '../../../fleet/object';
import type { LabelSelector } from '../../../imports/k8s';
import { type ForeignKind, type Match, type Operation, resolveKind } from '../../admission/match';

/** The objects of a rule, in the classic way. A rule is for what one filter takes. */
export interface ClassicMatch {
  readonly any: readonly [ResourceFilter, ...ResourceFilter[]];
}

/** A filter that asks nothing of who makes the request. */
export interface ResourceFilter extends Filter {
  readonly subjects?: never;
  readonly roles?: never;
  readonly clusterRoles?: never;
}

/** What a filter takes: what meets everything that it says. */
interface Filter {
  /** Kinds with their group: `Pod`, `apps/Deployment`. */
  readonly kinds: Match['kinds'];
  /** @default CREATE and UPDATE */
  readonly operations?: readonly [Operation, ...Operation[]];
  /** Names, with `*` and `?`. Rules for Pods are then not carried over to their makers. @default - all */
  readonly names?: readonly string[];
  /** Namespaces, with `*` and `?`. @default - all */
  readonly namespaces?: readonly string[];
  readonly namespaceSelector?: LabelSelector;
  /** Labels of the objects. Rules for Pods are then not carried over to their makers. @default - whatever their labels */
  readonly selector?: LabelSelector;
}

/** A match that also asks who makes the request; nobody does when what is there is looked at, so it needs `background: false`. */
export interface UserMatch {
  readonly any: readonly [UserFilter, ...UserFilter[]];
}

export interface UserFilter extends Filter {
  readonly subjects?: readonly Subject[];
  readonly roles?: readonly string[];
  readonly clusterRoles?: readonly string[];
}

export interface Subject {
  readonly kind: 'User' | 'Group' | 'ServiceAccount';
  readonly name: string;
  readonly namespace?: string;
}

/** A match as the classic kinds have it. */
export function classicMatch(scope: Construct, match: UserMatch): object {
  return {
    any: match.any.map(({ kinds, operations, subjects, roles, clusterRoles, ...rest }) => ({
      resources: {
        kinds: kinds.map((kind: string | ForeignKind) => classicKind(scope, kind)),
        ...(operations ? { operations: [...operations] } : {}),
        ...rest,
      },
      ...(subjects ? { subjects } : {}),
      ...(roles ? { roles } : {}),
      ...(clusterRoles ? { clusterRoles } : {}),
    })),
  };
}

/** A kind as the classic policies name it: `Pod`, `apps/v1/Deployment`. */
function classicKind(scope: Construct, wanted: GroupKind | ForeignKind): string {
  const { group, version, kind } = resolveKind(scope, wanted);
  return group === '' ? kind : `${group}/${version}/${kind}`;
}
