import { splitGroupKind } from '../../../../fleet/object';
import { POD_TEMPLATES } from '../../../pod-specs';
import type { MatchConstraints } from '../match-constraints';
import { resourceOf } from '../plural';

/** Where a Pod controller keeps its Pods' template. */
interface Target {
  readonly group: string;
  readonly resource: string;
  readonly template: string;
}

/** All that make Pods, but for what came before the group apps. */
const CONTROLLERS: readonly Target[] = Object.entries(POD_TEMPLATES).flatMap(([groupKind, template]) => {
  const { group, kind } = splitGroupKind(groupKind);
  return group === '' ? [] : [{ group, resource: resourceOf(`${group}/v1`, kind), template }];
});

/** What Kyverno makes of a policy on Pods for one kind of Pod controller. */
export interface Generated<Spec> {
  readonly constraints: MatchConstraints;
  readonly spec: Spec;
}

/**
 * The specs that Kyverno adds to one of Pods, so that it covers their controllers: the text of the expressions, rewritten.
 * Source: Kyverno v1.19, pkg/cel/autogen.
 */
export function celAutogen<Spec extends CelSpec>(spec: Spec): Generated<Spec>[] {
  const { matchConstraints } = spec;
  if (!matchConstraints || !covers(matchConstraints)) return [];
  const wanted = spec.autogen?.podControllers?.controllers;
  return CONTROLLERS.filter(({ resource }) => wanted === undefined || wanted.includes(resource)).map(
    ({ group, resource, template }) => ({
      constraints: {
        resourceRules: [
          { ...matchConstraints.resourceRules?.[0], apiGroups: [group], apiVersions: ['v1'], resources: [resource] },
        ],
        ...(matchConstraints.namespaceSelector ? { namespaceSelector: matchConstraints.namespaceSelector } : {}),
      },
      spec: rewritten(spec, template),
    }),
  );
}

export interface CelSpec {
  readonly matchConstraints?: MatchConstraints;
  readonly autogen?: { readonly podControllers?: { readonly controllers?: readonly string[] } };
}

/** Exactly the rule for Pods, and nothing that picks some of them by more than their namespace. */
function covers({ resourceRules = [], excludeResourceRules = [], objectSelector }: MatchConstraints): boolean {
  const [rule, ...others] = resourceRules;
  const { matchLabels = {}, matchExpressions = [] } = objectSelector ?? {};
  return (
    rule !== undefined &&
    others.length === 0 &&
    excludeResourceRules.length === 0 &&
    Object.keys(matchLabels).length === 0 &&
    matchExpressions.length === 0 &&
    (rule.resourceNames ?? []).length === 0 &&
    only(rule.apiGroups, '') &&
    only(rule.apiVersions, 'v1') &&
    only(rule.resources, 'pods')
  );
}

const only = (list: readonly string[] | undefined, value: string) => list?.length === 1 && list[0] === value;

function rewritten<Spec>(spec: Spec, template: string): Spec {
  const text = JSON.stringify(spec)
    .replace(/(object|oldObject)\.spec(?!\.namespace\b)/g, `$1.${template}.spec`)
    .replace(/(object|oldObject)\.metadata(?!\.namespace\b)/g, `$1.${template}.metadata`);
  return JSON.parse(text) as Spec;
}
