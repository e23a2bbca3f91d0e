import type { Entry } from '../../fleet/model';
import type { KubeObject } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import { memo } from '../memo';
import type { Surroundings } from './evaluation/admission';
import { admitted } from './evaluation/api-defaults';
import { changedPaths } from './evaluation/changed-paths';
import { type Exceptions, exceptionsOf } from './evaluation/exceptions';
import { isFiltered, type KyvernoSettings, settingsOf } from './evaluation/filters';
import { impliedPod } from './evaluation/implied-pod';
import { compilePolicy } from './evaluation/policies';
import type { CompiledPolicy, Find } from './evaluation/policy';
import { Undecidable, type Verdict } from './evaluation/verdict';
import { surroundingsOf } from './surroundings';

/** What a policy of the cluster does with an object of the cluster. */
export interface Outcome {
  readonly entry: Entry;
  readonly policy: KubeObject;
  readonly rule?: string;
  /** Whether it is about the Pods that the object makes, and not the object. */
  readonly ofPods: boolean;
  readonly what:
    | { readonly kind: 'refused' | 'audited' | 'undecided'; readonly message: string; readonly broken?: boolean }
    | { readonly kind: 'changed'; readonly paths: readonly string[] };
}

/**
 * Sends every object of a cluster, and every Pod that one makes, through the cluster's own policies: those that change, those that
 * validate, then exceptions. Policies are compiled once.
 */
export const outcomesOf = memo((cluster: ClusterView): readonly Outcome[] => {
  const policies = policiesOf(cluster);
  if (policies.length === 0) return [];
  const court = new Court(cluster, policies);
  return cluster.entries.flatMap((entry) => court.hear(entry));
});

const POLICY_KINDS = [
  ...['ClusterPolicy', 'Policy'].map((kind) => `kyverno.io/${kind}`),
  ...['ValidatingPolicy', 'MutatingPolicy', 'ImageValidatingPolicy'].flatMap((kind) =>
    ['', 'Namespaced'].map((prefix) => `policies.kyverno.io/${prefix}${kind}`),
  ),
  ...['Validating', 'Mutating'].map((kind) => `admissionregistration.k8s.io/${kind}AdmissionPolicyBinding`),
];

function policiesOf(cluster: ClusterView): CompiledPolicy[] {
  const find: Find = (kind, namespace, name) => cluster.find(kind, namespace, name)?.object;
  const constraints = [...cluster.kinds()].filter((kind) => kind.startsWith('constraints.gatekeeper.sh/'));
  return [...POLICY_KINDS, ...constraints]
    .flatMap((kind) => [...cluster.ofKind(kind)])
    .flatMap(({ object }) => compilePolicy(object, find) ?? []);
}

class Court {
  private readonly settings: KyvernoSettings;
  private readonly isExcepted: Exceptions;
  private readonly surroundings: Surroundings;

  constructor(
    cluster: ClusterView,
    private readonly policies: readonly CompiledPolicy[],
  ) {
    const application = cluster.model.applications.find(({ helm }) => helm?.chart === 'kyverno');
    const { helm, namespace = '' } = application ?? {};
    this.settings = settingsOf(helm && { values: helm.values, namespace });
    const exceptions = ['policies.kyverno.io', 'kyverno.io'].flatMap((group) => [
      ...cluster.ofKind(`${group}/PolicyException`),
    ]);
    this.isExcepted = exceptionsOf(
      exceptions.map(({ object }) => object),
      this.settings,
    );
    this.surroundings = surroundingsOf(cluster);
  }

  /** All that the policies do with an object, and with the Pods that it makes. */
  hear(entry: Entry): Outcome[] {
    const own = this.judge(entry, admitted(entry.object), false);
    const pod = impliedPod(entry.object);
    if (!pod) return own;
    // What was said of the object need not be said of its Pods.
    const said = new Set(own.map(idOf));
    return [...own, ...this.judge(entry, admitted(pod), true).filter((outcome) => !said.has(idOf(outcome)))];
  }

  private judge(entry: Entry, written: KubeObject, ofPods: boolean): Outcome[] {
    const outcomes: Outcome[] = [];
    const sayOf: SayOf = (policy, rule) => (what) =>
      outcomes.push({ entry, policy, ofPods, what, ...(rule ? { rule } : {}) });
    const isLeftAlone = isFiltered(written, this.settings);
    const policies = this.policies.filter(({ engine }) => !(isLeftAlone && engine === 'kyverno'));
    const object = this.change(policies, written, sayOf);
    const admission = { object, cluster: this.surroundings };
    for (const { object: policy, rules } of policies) {
      for (const { name: rule, evaluate, enforces } of rules) {
        const verdict = evaluate(admission);
        if (verdict.result === 'pass' || verdict.result === 'skip') continue;
        const say = sayOf(policy, rule);
        const excepted = decided(() => this.isExcepted(policy, rule, admission), say);
        if (excepted === false) sentence(verdict, enforces(admission), say);
      }
    }
    return outcomes;
  }

  /** What becomes of an object before it is judged. */
  private change(policies: readonly CompiledPolicy[], written: KubeObject, sayOf: SayOf): KubeObject {
    let object = written;
    for (const { object: policy, mutations } of policies) {
      for (const { name: rule, mutate } of mutations) {
        const admission = { object, cluster: this.surroundings };
        const say = sayOf(policy, rule);
        const changed = decided(() => (this.isExcepted(policy, rule, admission) ? undefined : mutate(admission)), say);
        const paths = changed ? changedPaths(object, changed) : [];
        if (!changed || paths.length === 0) continue;
        say({ kind: 'changed', paths });
        object = changed;
      }
    }
    return object;
  }
}

type Say = (what: Outcome['what']) => void;
type SayOf = (policy: KubeObject, rule: string | undefined) => Say;

function sentence(verdict: Exclude<Verdict, { result: 'pass' | 'skip' }>, isEnforced: boolean, say: Say): void {
  if (verdict.result === 'fail') {
    const { message, broken = false } = verdict;
    say({ kind: isEnforced ? 'refused' : 'audited', message, broken });
  }
  // What is only reported does no harm, whatever it says.
  else if (isEnforced) say({ kind: 'undecided', message: verdict.reason });
}

/** An answer; undefined where only the running cluster has it, which is said. */
function decided<T>(ask: () => T, say: Say): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof Undecidable)) throw error;
    say({ kind: 'undecided', message: error.message });
    return undefined;
  }
}

const idOf = ({ policy, rule, what }: Outcome) =>
  `${policy.kind}/${policy.metadata.namespace ?? ''}/${policy.metadata.name}/${rule ?? ''}/${what.kind}`;
