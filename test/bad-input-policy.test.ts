import { MutatingAdmissionPolicy } from '../constructs/admission/mutating-admission-policy';
import { AppProject } from '../constructs/argocd/app-project';
import { ConstraintTemplate } from '../constructs/gatekeeper/constraint-template';
import { Gatekeeper } from '../constructs/gatekeeper/gatekeeper';
import { Deployment } from '../constructs/kubernetes/deployment';
import { image } from '../constructs/kubernetes/image';
import { Policy } from '../constructs/kyverno/classic/cluster-policy';
import { Exemption } from '../constructs/kyverno/exemption';
import { GeneratingPolicy } from '../constructs/kyverno/generating-policy';
import { Kyverno } from '../constructs/kyverno/kyverno';
import { PolicySet } from '../constructs/kyverno/policy-set';
import { disallowHostPath } from '../constructs/kyverno/presets/baseline';
import { disallowLatestTag, requireLabels } from '../constructs/kyverno/presets/best-practice';
import { PODS } from '../constructs/kyverno/presets/pods';
import { audit, enforce } from '../constructs/kyverno/rollout';
import { ValidatingPolicy } from '../constructs/kyverno/validating-policy';
import { allow } from '../fleet/allow';
import type { Application } from '../fleet/application';
import { buildApp, onlyFinding, type TestCluster, type TestProps } from './helpers/cluster';
import { CEL, GATEKEEPER } from './helpers/policies';

const project = (cluster: TestCluster) => new AppProject(cluster, 'policies', { description: 'Policies' });
const set = (app: Application, rollouts = {}) =>
  new PolicySet(app, 'set', { policies: [disallowHostPath(), disallowLatestTag()], rollout: enforce(), rollouts });
const web = (app: Application, reference: string) =>
  new Deployment(app, 'web', {
    replicas: 2,
    containers: [
      { name: 'main', image: image(reference), requests: { cpu: '1m', memory: '1Mi' }, limits: { memory: '1Mi' } },
    ],
  });
const IMAGE = `docker.io/library/app:1.2@sha256:${'0a'.repeat(32)}`;
const OLD: TestProps = { ...CEL, kyverno: { version: '1.16' } };

type Mistake = readonly [
  name: string,
  rule: string,
  make: (app: Application, cluster: TestCluster) => unknown,
  message: string,
  facts?: TestProps,
];

/** One mistake each, made with the constructs of policies as a user makes it. */
const MISTAKES: readonly Mistake[] = [
  [
    'policies for a Kyverno that nobody named',
    'kyverno/version',
    (app) => set(app),
    'Cluster test does not say which Kyverno it has.',
    { externals: CEL.externals },
  ],
  [
    'a Kyverno that nobody named',
    'kyverno/version',
    (_, cluster) => new Kyverno(cluster, { project: project(cluster) }),
    'Cluster test installs Kyverno, and does not say which.',
    {},
  ],
  [
    'a release that there is not',
    'fleet/cluster-facts',
    () => undefined,
    '"1.91" is no kyverno.version.',
    { kyverno: { version: '1.91' as '1.19' } },
  ],
  [
    'a rollout of no policy',
    'kyverno/policy-name',
    (app) => set(app, { 'disallow-latest': audit() }),
    'A rollout is for the policy "disallow-latest", which is not among these. Did you mean "disallow-latest-tag"?',
  ],
  [
    'an exemption from no policy',
    'kyverno/policy-name',
    (app) => new Exemption(app, 'a', { from: set(app), policies: ['disallow-hostpath'], reason: 'Disks.' }),
    'Did you mean "disallow-host-path"?',
  ],
  [
    'an exemption without a reason',
    'kyverno/exemption-reason',
    (app) => new Exemption(app, 'a', { from: set(app), policies: ['disallow-host-path'], reason: ' ' }),
    'The exemption "a" gives no reason.',
  ],
  [
    'a kind without its group',
    'admission/known-kind',
    (app) =>
      new ValidatingPolicy(app, 'a', {
        match: { kinds: ['Deployment'] },
        validations: [{ expression: 'true', message: '' }],
      }),
    'The policy is for "Deployment", a kind that is not known here. Did you mean "apps/Deployment"?',
  ],
  [
    'overrides of a Policy',
    'kyverno/overrides',
    (app) => {
      const policy = new Policy(app, 'a', {
        rules: [
          {
            name: 'a',
            match: { any: [{ kinds: ['ConfigMap'] }] },
            validate: {
              message: 'a',
              pattern: { data: { a: '?*' } },
              failureActionOverrides: [{ action: 'Audit', namespaces: ['a'] }],
            },
          },
        ],
      });
      allow(policy.node.findChild('Default'), 'kyverno/overrides', 'Told by the construct.');
    },
    'Policy "a" has failureActionOverrides, which are by namespace.',
    { kyverno: { version: '1.16' }, externals: { kinds: ['kyverno.io/Policy'] } },
  ],
  [
    'a policy of CEL for an old Kyverno',
    'kyverno/kind-served',
    (app) => new ValidatingPolicy(app, 'a', { match: PODS, validations: [{ expression: 'true', message: 'a' }] }),
    'is of a kind that Kyverno 1.16 does not serve',
    OLD,
  ],
  [
    'a label that an enforced policy wants',
    'policy/refused',
    (app) => {
      new PolicySet(app, 'set', { policies: [requireLabels({ labels: ['team'] })], rollout: enforce() });
      web(app, IMAGE);
    },
    'Deployment app/web would be refused by the cluster’s own ValidatingPolicy "require-labels": One of the labels team is missing.',
  ],
  [
    'an expression with a bracket too few',
    'policy/expression',
    (app) =>
      new ValidatingPolicy(app, 'a', {
        match: PODS,
        validations: [{ expression: 'has(object.spec', message: 'a' }],
        validationActions: ['Audit'],
      }),
    'this is no CEL',
  ],
  [
    'objects that the background controller may not make',
    'kyverno/generator-rights',
    (app) =>
      new GeneratingPolicy(app, 'a', {
        match: { kinds: ['Namespace'] },
        generate: [
          `generator.Apply('a', [{'apiVersion': dyn('v1'), 'kind': dyn('Secret'), 'metadata': dyn({'name': 'a'})}])`,
        ],
      }),
    'makes or changes Secret, which Kyverno’s background controller may not',
  ],
  [
    'a MutatingAdmissionPolicy before Kubernetes 1.36',
    'admission/mutating-version',
    (app) => {
      new MutatingAdmissionPolicy(app, 'a', { match: PODS, mutations: [{ jsonPatch: '[]' }] });
      app.allow('kubernetes/kind-exists', 'Told by the construct.');
    },
    'MutatingAdmissionPolicy "a" needs Kubernetes 1.36; the cluster has 1.34.',
  ],
  [
    'a kind of constraint in lower case',
    'gatekeeper/template-name',
    (app) => new ConstraintTemplate(app, 'k8slabels', { validations: [{ expression: 'true', message: 'a' }] }),
    '"k8slabels" is no kind of constraint.',
    GATEKEEPER,
  ],
  [
    'a constraint for a kind that there is not',
    'gatekeeper/known-kind',
    (app, cluster) => {
      new Gatekeeper(cluster, { project: project(cluster) });
      new ConstraintTemplate(app, 'K8sA', { validations: [{ expression: 'true', message: 'a' }] }).constrain('a', {
        match: { kinds: ['apps/Deploymnt'] },
      });
    },
    'The constraint is for "apps/Deploymnt", which Kubernetes does not have. Did you mean "apps/Deployment"?',
    {},
  ],
];

test.each(MISTAKES.map((mistake) => [mistake[0], mistake] as const))('%s', (_, mistake) => {
  const [, rule, make, message, facts = { ...CEL, kyverno: { version: '1.19' } as const }] = mistake;
  const finding = onlyFinding(buildApp((app, cluster) => void make(app, cluster), facts));
  expect(`${finding.rule}: ${finding.message}`).toContain(`${rule}: `);
  expect(finding.message).toContain(message);
  expect(finding).toMatchObject({ fix: expect.any(String), effect: expect.any(String) });
  expect(finding.location).toMatch(/^test\//);
});
