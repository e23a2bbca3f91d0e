/**
 * Wrong policies that must not compile: `npm run types` fails where one of these lines has no error. Nothing here is run.
 */

import type { ValidatingAdmissionPolicy } from '../../constructs/admission/validating-admission-policy';
import { ConstraintTemplate } from '../../constructs/gatekeeper/constraint-template';
import { ClusterPolicy } from '../../constructs/kyverno/classic/cluster-policy';
import { DeletingPolicy } from '../../constructs/kyverno/deleting-policy';
import { ImageValidatingPolicy } from '../../constructs/kyverno/image-validating-policy';
import { MutatingPolicy } from '../../constructs/kyverno/mutating-policy';
import { PODS } from '../../constructs/kyverno/presets/pods';
import { ValidatingPolicy } from '../../constructs/kyverno/validating-policy';
import type { Application } from '../../fleet/application';

declare const app: Application;
declare const bound: ValidatingAdmissionPolicy;
const validations = [{ expression: 'true', message: 'Fine.' }] as const;
const match = { any: [{ kinds: ['Pod'] }] } as const;
const users = { any: [{ kinds: ['Pod'], subjects: [{ kind: 'User', name: 'a' }] }] } as const;
const deny = { conditions: {} };
const keys = { key: { key: 'PEM' } };

// @ts-expect-error a refusal and a warning say the same twice
new ValidatingPolicy(app, 'a', { match: PODS, validations, validationActions: ['Deny', 'Warn'] });
// @ts-expect-error a policy is for something
new ValidatingPolicy(app, 'a', { match: { kinds: [] }, validations });
// @ts-expect-error and asks something
new ValidatingPolicy(app, 'a', { match: PODS, validations: [] });
// @ts-expect-error what is only looked at is not changed
new ImageValidatingPolicy(app, 'a', {
  match: PODS,
  images: ['a'],
  attestors: keys,
  action: 'Audit',
  mutateDigest: true,
});
// @ts-expect-error a change is of one kind
new MutatingPolicy(app, 'a', { match: PODS, mutations: [{ applyConfiguration: '', jsonPatch: '' }] });
// @ts-expect-error without conditions all would be deleted
new DeletingPolicy(app, 'a', { match: PODS, schedule: '@daily', conditions: [] });
new DeletingPolicy(app, 'a', {
  // @ts-expect-error what is deleted is there already
  match: { ...PODS, operations: ['CREATE'] },
  schedule: '@daily',
  conditions: [{ name: '', expression: '' }],
});
new ClusterPolicy(app, 'a', {
  // @ts-expect-error a rule does one thing
  rules: [{ name: 'a', match, validate: { message: '', deny }, mutate: { patchStrategicMerge: {} } }],
});
// @ts-expect-error nobody makes a request in the background
new ClusterPolicy(app, 'a', { rules: [{ name: 'a', match: users, validate: { message: '', deny } }] });
new ClusterPolicy(app, 'a', {
  background: false,
  rules: [{ name: 'a', match: users, validate: { message: '', deny } }],
});
new ClusterPolicy(app, 'a', {
  rules: [
    {
      name: 'a',
      match,
      // @ts-expect-error what is audited writes no digests
      verifyImages: { imageReferences: ['a'], attestors: [{ key: '' }], failureAction: 'Audit', mutateDigest: true },
    },
  ],
});
// @ts-expect-error a binding that denies and warns
bound.bind('a', { validationActions: ['Deny', 'Warn'] });

const template = new ConstraintTemplate(app, 'K8sLabels', {
  parameters: { labels: { type: 'array', items: { type: 'string' } }, mode: { type: 'string', enum: ['any', 'all'] } },
  validations,
});
const pods = { kinds: ['Pod'] } as const;
template.constrain('a', { match: pods, parameters: { labels: ['a'], mode: 'any' } });
// @ts-expect-error a list of texts
template.constrain('a', { match: pods, parameters: { labels: [1], mode: 'any' } });
// @ts-expect-error one of two
template.constrain('a', { match: pods, parameters: { labels: [], mode: 'some' } });
// @ts-expect-error mistyped
template.constrain('a', { match: pods, parameters: { labels: [], mod: 'any' } });
// @ts-expect-error no action of Gatekeeper's
template.constrain('a', { match: pods, parameters: { labels: [], mode: 'any' }, enforcementAction: 'dry-run' });
