import { ApiObject } from 'cdk8s';
import type { Application } from '../../fleet/application';
import type { TestProps } from './cluster';
import { all, type Fill } from './rule';

export { all };

/** A cluster with an older Kyverno, which has the classic kinds, and with the newest. */
export const CLASSIC: TestProps = {
  kyverno: { version: '1.16' },
  externals: {
    kinds: ['ClusterPolicy', 'Policy', 'CleanupPolicy', 'PolicyException'].map((kind) => `kyverno.io/${kind}`),
  },
};
const CEL_KINDS = [
  ...['ValidatingPolicy', 'MutatingPolicy', 'GeneratingPolicy', 'ImageValidatingPolicy', 'DeletingPolicy'].flatMap(
    (kind) => [kind, `Namespaced${kind}`],
  ),
  'PolicyException',
];
export const CEL: TestProps = {
  kyverno: { version: '1.19' },
  externals: { kinds: CEL_KINDS.map((kind) => `policies.kyverno.io/${kind}`) },
};
export const GATEKEEPER: TestProps = {
  externals: { kinds: ['templates.gatekeeper.sh/ConstraintTemplate'] },
};

/** Any object, as somebody would write it without a construct. */
export const object =
  (apiVersion: string, kind: string, name: string, rest: object = {}): Fill =>
  (app: Application) => {
    new ApiObject(app, `${kind}-${name}`, { apiVersion, kind, metadata: { name }, ...rest });
  };

/** A rule for Pods that validates. */
export const RULE = {
  name: 'tag',
  match: { any: [{ resources: { kinds: ['Pod'] } }] },
  validate: { message: 'Say a tag.', failureAction: 'Enforce', pattern: { spec: { containers: [{ image: '*:*' }] } } },
};

/** A ClusterPolicy of rules; what is not said is as in `RULE`. */
export const clusterPolicy = (rules: readonly object[] = [{}], spec: object = {}): Fill =>
  object('kyverno.io/v1', 'ClusterPolicy', 'policy', {
    spec: { rules: rules.map((rule) => ({ ...RULE, ...rule })), ...spec },
  });

export const policy = (rules: readonly object[] = [{}], spec: object = {}): Fill =>
  object('kyverno.io/v1', 'Policy', 'policy', {
    spec: { rules: rules.map((rule) => ({ ...RULE, ...rule })), ...spec },
  });

export const PODS = {
  resourceRules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE', 'UPDATE'], resources: ['pods'] }],
};

/** A policy of CEL for Pods, which pass it. */
export const celPolicy = (spec: object = {}, kind = 'ValidatingPolicy'): Fill =>
  object('policies.kyverno.io/v1', kind, 'policy', {
    spec: {
      matchConstraints: PODS,
      ...(kind.endsWith('ValidatingPolicy') ? { validations: [{ expression: 'true', message: 'Fine.' }] } : {}),
      ...spec,
    },
  });
