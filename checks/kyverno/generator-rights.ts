import { GENERATOR_LABEL } from '../../facts/kyverno';
import type { Entry } from '../../fleet/model';
import { describe, groupOf } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import { resourceOf } from '../policy/evaluation/plural';
import type { Rule } from '../rule';
import { celPolicies, classicRules } from './shapes';

export const generatorRights: Rule = {
  id: 'kyverno/generator-rights',
  holds: 'the background controller may make what policies generate and change',
  category: 'reference',
  effect:
    'Kyverno accepts the policy or not, and its background controller may not make the object: nothing comes into being.',
  source:
    'Kyverno v1.19.0, charts/kyverno/templates/background-controller/clusterrole.yaml; pkg/validation/policy/generate.go: CanIGenerate',
  check(cluster, report) {
    const rights = [...rolesOf(cluster)];
    const may = (group: string, resource: string) =>
      rights.some(
        ({ apiGroups = [], resources = [], verbs = [] }) =>
          has(apiGroups, group) && has(resources, resource) && VERBS.every((verb) => has(verbs, verb)),
      );
    for (const { entry, rule, at } of classicRules(cluster)) {
      const { apiVersion = '', kind } = rule.generate ?? {};
      if (kind) say(entry, groupOf(apiVersion), kind, resourceOf(apiVersion, kind), `${at}.generate`);
    }
    for (const { entry, spec } of celPolicies(cluster, ['GeneratingPolicy'])) {
      for (const { expression = '' } of spec.generate ?? []) {
        for (const { apiVersion, kind } of objectsIn(expression)) {
          say(entry, groupOf(apiVersion), kind, resourceOf(apiVersion, kind), 'spec.generate');
        }
      }
    }
    for (const { entry, spec } of celPolicies(cluster, ['MutatingPolicy'])) {
      if (!spec.evaluation?.mutateExisting?.enabled) continue;
      for (const { apiGroups = [], resources = [] } of spec.targetMatchConstraints?.resourceRules ?? []) {
        for (const resource of resources)
          say(entry, apiGroups[0] ?? '', resource, resource, 'spec.targetMatchConstraints');
      }
    }
    function say(entry: Entry, group: string, kind: string, resource: string, section: string): void {
      if (may(group, resource)) return;
      report(entry, {
        message: `${describe(entry.object)} makes or changes ${group ? `${group}/` : ''}${kind}, which Kyverno’s background controller may not.`,
        fix: `Give it the right: \`new GeneratorRole(app, …, ['${group ? `${group}/` : ''}${kind}'])\`.`,
        section,
      });
    }
  },
};

const VERBS = ['create', 'update', 'delete'];

interface PolicyRule {
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly verbs?: readonly string[];
}

const ALL = ['create', 'update', 'patch', 'delete'];

/** What the chart gives the background controller. */
const CHART: readonly PolicyRule[] = [
  { apiGroups: ['networking.k8s.io'], resources: ['ingresses', 'ingressclasses', 'networkpolicies'], verbs: ALL },
  { apiGroups: ['rbac.authorization.k8s.io'], resources: ['rolebindings', 'roles'], verbs: ALL },
  { apiGroups: [''], resources: ['configmaps', 'resourcequotas', 'limitranges'], verbs: ALL },
  { apiGroups: ['resource.k8s.io'], resources: ['resourceclaims', 'resourceclaimtemplates'], verbs: ALL },
];

/** With what the cluster's own roles add to it by their labels. */
function* rolesOf(cluster: ClusterView): Iterable<PolicyRule> {
  yield* CHART;
  for (const { object } of cluster.ofKind('rbac.authorization.k8s.io/ClusterRole')) {
    const labels = object.metadata.labels ?? {};
    const isAggregated =
      labels[GENERATOR_LABEL] === 'true' ||
      (labels['app.kubernetes.io/component'] === 'background-controller' &&
        labels['app.kubernetes.io/part-of'] === 'kyverno');
    if (isAggregated) yield* (object['rules'] ?? []) as readonly PolicyRule[];
  }
}

const has = (list: readonly string[], value: string) => list.includes('*') || list.includes(value);

/** Kinds that an expression names: as texts, whatever is around them. */
function* objectsIn(expression: string): Iterable<{ apiVersion: string; kind: string }> {
  const text = (key: string) => new RegExp(`["']${key}["']\\s*:\\s*(?:dyn\\()?["']([^"']+)["']`, 'g');
  const versions = [...expression.matchAll(text('apiVersion'))].map(([, value = '']) => value);
  const kinds = [...expression.matchAll(text('kind'))].map(([, value = '']) => value);
  // Only where each object says both, once: names of kinds also stand in references.
  if (versions.length !== kinds.length) return;
  for (const [index, apiVersion] of versions.entries()) yield { apiVersion, kind: kinds[index] ?? '' };
}
