import { closest, didYouMean } from '../../fleet/did-you-mean';
import type { Entry } from '../../fleet/model';
import type { ClusterView } from '../cluster-view';
import { type FieldProblem, isMap, listAt, mapAt, textAt } from '../fields';
import type { Rule } from '../rule';
import { hasChart, hasCharts } from '../unseen';
import { violation } from '../violation';
import { hasServiceAccount } from './service-account-exists';

const GROUP = 'rbac.authorization.k8s.io';

export const roleBinding: Rule = {
  id: 'kubernetes/role-binding',
  holds: 'a binding gives a role that is there to accounts that are',
  category: 'reference',
  effect: 'Nobody gets these rights, and nothing reports it: requests are answered with 403.',
  source: 'kubernetes v1.36, pkg/apis/rbac/validation; plugin/pkg/auth/authorizer/rbac',
  check(cluster, report) {
    for (const kind of ['RoleBinding', 'ClusterRoleBinding']) {
      for (const entry of cluster.ofKind(`${GROUP}/${kind}`)) {
        for (const problem of roleProblems(cluster, entry)) report(entry, violation(entry, problem));
        for (const problem of subjectProblems(cluster, entry)) report(entry, violation(entry, problem));
      }
    }
  },
};

/** Roles of every cluster. */
const OWN = ['cluster-admin', 'admin', 'edit', 'view'];

function* roleProblems(cluster: ClusterView, { object }: Entry): Iterable<FieldProblem> {
  const ref = mapAt(object, 'roleRef');
  const kind = textAt(ref, 'kind');
  const name = textAt(ref, 'name');
  const { namespace } = object.metadata;
  const at = 'roleRef';
  if (textAt(ref, 'apiGroup') && textAt(ref, 'apiGroup') !== GROUP) {
    yield { at, what: `gives a role of the group "${textAt(ref, 'apiGroup')}"`, fix: `The group is ${GROUP}.` };
  } else if (kind === 'Role' && object.kind === 'ClusterRoleBinding') {
    yield {
      at,
      what: `gives the Role "${name}" in all namespaces`,
      fix: 'Give a ClusterRole, or write a RoleBinding.',
    };
  } else if (kind === 'Role') {
    if (cluster.find(`${GROUP}/Role`, namespace, name) || hasChart(cluster, namespace)) return;
    const there = didYouMean(name, cluster.names(`${GROUP}/Role`, namespace));
    yield {
      at,
      what: `gives the Role "${name}", which nothing makes in ${namespace}${there}`,
      fix: 'Create it there.',
    };
  } else if (kind === 'ClusterRole') {
    if (cluster.find(`${GROUP}/ClusterRole`, undefined, name) || OWN.includes(name) || name.startsWith('system:'))
      return;
    const known = [...cluster.names(`${GROUP}/ClusterRole`), ...OWN];
    // A chart may make it; what is a slip of a known name is one all the same.
    if (hasCharts(cluster) && !closest(name, known)) return;
    yield {
      at,
      what: `gives the ClusterRole "${name}", which nothing makes${didYouMean(name, known)}`,
      fix: 'Create it.',
    };
  }
}

function* subjectProblems(cluster: ClusterView, { object }: Entry): Iterable<FieldProblem> {
  const subjects = listAt(object, 'subjects');
  for (let i = 0; i < subjects.length; i++) {
    const subject = subjects[i];
    if (!isMap(subject) || textAt(subject, 'kind') !== 'ServiceAccount') continue;
    const name = textAt(subject, 'name');
    const namespace = textAt(subject, 'namespace') || object.metadata.namespace;
    if (namespace === undefined) {
      const at = `subjects[${i}]`;
      yield { at, what: `gives rights to the ServiceAccount "${name}" of no namespace`, fix: 'Say `namespace`.' };
    } else if (!hasServiceAccount(cluster, namespace, name) && isKnown(cluster, namespace)) {
      const there = didYouMean(name, cluster.names('ServiceAccount', namespace));
      const what = `gives rights to the ServiceAccount "${name}", which nothing makes in ${namespace}${there}`;
      yield { at: `subjects[${i}]`, what, fix: 'Name one that is there, with its namespace.' };
    }
  }
}

/** Whether a namespace is one of this cluster's own; in others anything may be. */
const isKnown = (cluster: ClusterView, namespace: string) =>
  namespace === 'default' || cluster.find('Namespace', undefined, namespace) !== undefined;
