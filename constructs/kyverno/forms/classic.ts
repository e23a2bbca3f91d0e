import type { Construct } from 'constructs';
import type { PodController } from '../cel';
import { ClusterPolicy } from '../classic/cluster-policy';
import type { ClassicMatch } from '../classic/match';
import type { ClassicRule } from '../classic/rule';
import type { FailureAction } from '../classic/validate';
import type { WrittenPolicy } from '../policy-set';
import type { GeneratedObject, PolicyDefinition } from '../presets/definition';
import type { Rollout } from '../rollout';

/** Writes a policy as a ClusterPolicy, for a Kyverno before 1.17. A rollout's exceptions are overrides of its rule. */
export function classicForm(scope: Construct, definition: PolicyDefinition, rollout: Rollout): WrittenPolicy[] {
  const { name, title, category, severity, description } = definition;
  const rules = rulesOf(definition, rollout);
  const controllers = annotation(definition.controllers);
  const policy = new ClusterPolicy(scope, name, {
    ...{ title, category, severity, description },
    ...(controllers ? { annotations: controllers } : {}),
    failurePolicy: rollout.action === 'Enforce' || rollout.except.length > 0 ? 'Fail' : 'Ignore',
    rules: rules as [ClassicRule, ...ClassicRule[]],
  });
  return rules.map((rule) => ({ kind: policy.kind, name, ruleName: rule.name }));
}

function rulesOf(definition: PolicyDefinition, rollout: Rollout): ClassicRule[] {
  const { remedy } = definition;
  if (!remedy) return [demand(definition, rollout)];
  // A remedy has no action: where the policy is not enforced, the demand is audited in its stead.
  const { action, except } = rollout;
  const enforced = action === 'Enforce' ? { exclude: except } : { match: except };
  const audited = action === 'Enforce' ? { match: except } : { exclude: except };
  const rules: ClassicRule[] = [];
  if (action === 'Enforce' || except.length > 0) rules.push(within(remedyRule(definition), enforced));
  if (action === 'Audit' || except.length > 0) {
    const asked = demand(definition, { action: 'Audit', except: [] });
    rules.push(within({ ...asked, name: `${asked.name}${AUDITED}` }, audited));
  }
  return rules;
}

/** What the name of a remedy's demand ends in: rules of one policy have names of their own. */
const AUDITED = '-audited';

interface Namespaces {
  readonly match?: readonly string[];
  readonly exclude?: readonly string[];
}

function within(rule: ClassicRule, { match, exclude }: Namespaces): ClassicRule {
  const [filter] = rule.match.any;
  if (match?.length) return { ...rule, match: { any: [{ ...filter, namespaces: match }] } };
  if (exclude?.length) return { ...rule, exclude: { any: [{ kinds: filter.kinds, namespaces: exclude }] } };
  return rule;
}

const OTHER: Readonly<Record<FailureAction, FailureAction>> = { Audit: 'Enforce', Enforce: 'Audit' };

function demand(definition: PolicyDefinition, { action, except }: Rollout): ClassicRule {
  const { name, description, validations, variables = [], matchConditions } = definition;
  const [first, ...others] = except;
  const validate = {
    message: description,
    failureAction: action,
    ...(first === undefined
      ? {}
      : {
          failureActionOverrides: [{ action: OTHER[action], namespaces: [first, ...others] as [string, ...string[]] }],
        }),
  };
  const match = matchOf(definition);
  if (!validations) {
    const { generate } = (definition as { remedy: { generate: GeneratedObject } }).remedy;
    return {
      name,
      match,
      context: [{ name: 'found', apiCall: lookUp(generate) }],
      validate: { ...validate, deny: { conditions: { all: [{ key: '{{ found }}', operator: 'Equals', value: 0 }] } } },
    };
  }
  return {
    name,
    match,
    ...(matchConditions ? { celPreconditions: matchConditions } : {}),
    validate: { ...validate, cel: { expressions: validations, ...(variables.length > 0 ? { variables } : {}) } },
  };
}

function remedyRule({ name, match, remedy }: PolicyDefinition): ClassicRule {
  const common = { name, match: matchOf({ match }) };
  if (remedy && 'mutate' in remedy) {
    return { ...common, mutate: remedy.mutate.classic };
  }
  const { apiVersion, kind, name: made, spec } = (remedy as { generate: GeneratedObject }).generate;
  const namespace = '{{ request.object.metadata.name }}';
  return { ...common, generate: { apiVersion, kind, name: made, namespace, data: { spec } } };
}

function matchOf({ match }: Pick<PolicyDefinition, 'match'>): ClassicMatch {
  const { kinds, operations, namespaceSelector, objectSelector } = match;
  return {
    any: [
      {
        kinds,
        ...(operations ? { operations } : {}),
        ...(namespaceSelector ? { namespaceSelector } : {}),
        ...(objectSelector ? { selector: objectSelector } : {}),
      },
    ],
  };
}

function lookUp({ apiVersion, plural, name }: GeneratedObject) {
  const root = apiVersion.includes('/') ? 'apis' : 'api';
  return {
    urlPath: `/${root}/${apiVersion}/namespaces/{{ request.object.metadata.name }}/${plural}`,
    jmesPath: `items[?metadata.name == '${name}'] | length(@)`,
  };
}

/** The annotation that says which makers of Pods a policy covers; Kyverno covers all where it is missing. */
function annotation(controllers: readonly PodController[] | undefined): Record<string, string> | undefined {
  if (!controllers) return undefined;
  const kinds = controllers.map((controller) => CONTROLLER_KINDS[controller]);
  return { [AUTOGEN]: kinds.length > 0 ? kinds.join(',') : 'none' };
}

const AUTOGEN = 'pod-policies.kyverno.io/autogen-controllers';
const CONTROLLER_KINDS: Readonly<Record<PodController, string>> = {
  deployments: 'Deployment',
  statefulsets: 'StatefulSet',
  daemonsets: 'DaemonSet',
  jobs: 'Job',
  cronjobs: 'CronJob',
};
