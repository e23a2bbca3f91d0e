import { AppProject } from '../../../constructs/argocd/app-project';
import { CleanupPolicy, ClusterCleanupPolicy } from '../../../constructs/kyverno/classic/cleanup-policy';
import { ClusterPolicy, Policy } from '../../../constructs/kyverno/classic/cluster-policy';
import { ClassicPolicyException } from '../../../constructs/kyverno/classic/policy-exception';
import { DeletingPolicy, NamespacedDeletingPolicy } from '../../../constructs/kyverno/deleting-policy';
import { Exemption } from '../../../constructs/kyverno/exemption';
import { GeneratingPolicy, NamespacedGeneratingPolicy } from '../../../constructs/kyverno/generating-policy';
import { GeneratorRole } from '../../../constructs/kyverno/generator-role';
import {
  ImageValidatingPolicy,
  NamespacedImageValidatingPolicy,
} from '../../../constructs/kyverno/image-validating-policy';
import { Kyverno } from '../../../constructs/kyverno/kyverno';
import { MutatingPolicy, NamespacedMutatingPolicy } from '../../../constructs/kyverno/mutating-policy';
import { PolicyException } from '../../../constructs/kyverno/policy-exception';
import { PolicySet } from '../../../constructs/kyverno/policy-set';
import { disallowHostPath, disallowPrivilegedContainers } from '../../../constructs/kyverno/presets/baseline';
import { disallowLatestTag } from '../../../constructs/kyverno/presets/best-practice';
import { addDefaultResources, addNetworkPolicy } from '../../../constructs/kyverno/presets/defaults';
import { PODS } from '../../../constructs/kyverno/presets/pods';
import { audit, enforce } from '../../../constructs/kyverno/rollout';
import { NamespacedValidatingPolicy, ValidatingPolicy } from '../../../constructs/kyverno/validating-policy';
import type { Application } from '../../../fleet/application';
import type { Cluster } from '../../../fleet/cluster';
import type { TestProps } from '../cluster';
import type { Example } from './example';

const NEW: TestProps = { kyverno: { version: '1.19' } };
const OLD: TestProps = { kyverno: { version: '1.16' } };

const kyverno = (cluster: Cluster) =>
  new Kyverno(cluster, { project: new AppProject(cluster, 'policies', { description: 'Policies' }) });

const example = (facts: TestProps, make: (app: Application, cluster: Cluster) => void): Example => ({
  facts,
  make: (app, cluster) => {
    kyverno(cluster);
    make(app, cluster);
  },
});

const SETS = {
  policies: [
    disallowHostPath(),
    disallowPrivilegedContainers(),
    disallowLatestTag(),
    addDefaultResources(),
    addNetworkPolicy(),
  ],
  rollout: enforce({ auditedIn: ['app'] }),
  rollouts: { 'disallow-latest-tag': audit() },
};

const KEY = '-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\n-----END PUBLIC KEY-----\n';
const SIGNED = {
  match: PODS,
  images: ['ghcr.io/owner/*'],
  attestors: {
    key: { key: KEY },
    workflow: {
      keyless: [{ issuer: 'https://token.actions.githubusercontent.com', subjectRegExp: '^https://github.com/owner/' }],
    },
    service: { kms: 'awskms:///alias/images' },
    notary: { notary: { certs: { value: 'PEM' } } },
  },
} as const;
const EXPIRED = { name: 'expired', expression: `object.metadata.?labels['keep'].orValue('') == 'no'` };

/** Kyverno and its policies, in both families. */
export const kyvernoExamples: Readonly<Record<string, Example>> = {
  'kyverno/kyverno': {
    facts: NEW,
    make: (_, cluster) =>
      void new Kyverno(cluster, {
        project: new AppProject(cluster, 'policies', { description: 'Policies' }),
        replicas: 2,
        monitoring: false,
      }),
  },
  'kyverno/policy-set': example(NEW, (app) => void new PolicySet(app, 'set', SETS)),
  'kyverno/policy-set-classic': example(OLD, (app) => void new PolicySet(app, 'set', SETS)),
  'kyverno/exemption': example(NEW, (app) => {
    const from = new PolicySet(app, 'set', SETS);
    new Exemption(app, 'agent', {
      from,
      policies: ['disallow-host-path', 'disallow-privileged-containers'],
      workloads: ['agent'],
      reason: 'It reads the node’s disks.',
    });
  }),
  'kyverno/exemption-classic': example(OLD, (app) => {
    const from = new PolicySet(app, 'set', SETS);
    new Exemption(app, 'agent', { from, policies: ['disallow-host-path'], reason: 'It reads the node’s disks.' });
  }),
  'kyverno/validating-policy': example(NEW, (app) => {
    const validations = [
      {
        expression: `object.metadata.?labels['team'].orValue('') != ''`,
        message: 'Say whose it is.',
        messageExpression: `'Say whose ' + object.metadata.name + ' is.'`,
      },
    ] as const;
    new ValidatingPolicy(app, 'team', {
      title: 'Team',
      match: {
        kinds: ['apps/Deployment', 'apps/StatefulSet', 'batch/CronJob'],
        namespaceSelector: { matchLabels: { team: 'yes' } },
      },
      matchConditions: [{ name: 'not-a-test', expression: `!object.metadata.name.startsWith('test-')` }],
      validations,
      validationActions: ['Deny', 'Audit'],
      timeoutSeconds: 5,
      background: false,
      validatingAdmissionPolicy: true,
    });
    new NamespacedValidatingPolicy(app, 'home', {
      match: { kinds: ['ConfigMap'] },
      validations: [{ expression: 'true', message: 'Fine.' }],
      validationActions: ['Warn'],
    });
  }),
  'kyverno/mutating-policy': example(NEW, (app) => {
    new MutatingPolicy(app, 'labels', {
      match: { kinds: ['ConfigMap'], objectSelector: { matchLabels: { label: 'me' } } },
      mutations: [{ applyConfiguration: `Object{metadata: Object.metadata{labels: {'team': 'a'}}}` }],
      reinvocationPolicy: 'IfNeeded',
      existing: { match: { kinds: ['ConfigMap'] } },
    });
    new NamespacedMutatingPolicy(app, 'home', {
      match: PODS,
      controllers: [],
      mutations: [{ jsonPatch: `[JSONPatch{op: 'add', path: '/spec/enableServiceLinks', value: false}]` }],
    });
  }),
  'kyverno/generating-policy': example(NEW, (app) => {
    const made = `{'apiVersion': dyn('v1'), 'kind': dyn('ConfigMap'), 'metadata': dyn({'name': 'made'})}`;
    const generate = [`generator.Apply(object.metadata.name, [${made}])`] as const;
    new GeneratingPolicy(app, 'made', { match: { kinds: ['Namespace'] }, generate });
    new NamespacedGeneratingPolicy(app, 'home', { match: { kinds: ['ServiceAccount'] }, generate, synchronize: false });
  }),
  'kyverno/generator-role': example(
    NEW,
    (app) => void new GeneratorRole(app, 'secrets', ['Secret', 'apps/Deployment']),
  ),
  'kyverno/image-validating-policy': example(NEW, (app) => {
    new ImageValidatingPolicy(app, 'signed', { ...SIGNED, action: 'Deny', failurePolicy: 'Ignore' });
    new NamespacedImageValidatingPolicy(app, 'home', { ...SIGNED, action: 'Audit' });
  }),
  'kyverno/deleting-policy': example(NEW, (app) => {
    const props = { match: { kinds: ['ConfigMap'] }, schedule: '0 3 * * *', conditions: [EXPIRED] } as const;
    new DeletingPolicy(app, 'expired', { ...props, deletionPropagationPolicy: 'Background' });
    new NamespacedDeletingPolicy(app, 'home', props);
  }),
  'kyverno/policy-exception': example(NEW, (app) => {
    const policy = new ValidatingPolicy(app, 'team', {
      match: { kinds: ['ConfigMap'] },
      validations: [{ expression: 'true', message: 'Fine.' }],
    });
    new PolicyException(app, 'team', {
      policies: [policy],
      matchConditions: [{ name: 'old', expression: `object.metadata.name == 'old'` }],
      images: ['ghcr.io/owner/*'],
      reportResult: 'pass',
    });
  }),
  'kyverno/classic/cluster-policy': example(OLD, (app) => {
    new ClusterPolicy(app, 'rules', {
      title: 'Rules',
      severity: 'low',
      timeoutSeconds: 20,
      applyRules: 'One',
      rules: [
        {
          name: 'pattern',
          match: { any: [{ kinds: ['Pod'], namespaces: ['team-*'] }] },
          exclude: { any: [{ kinds: ['Pod'], namespaces: ['team-test'] }] },
          validate: {
            message: 'Say a tag.',
            failureAction: 'Enforce',
            failureActionOverrides: [{ action: 'Audit', namespaces: ['team-new'] }],
            pattern: { spec: { containers: [{ image: '*:*' }] } },
          },
        },
        {
          name: 'any-pattern',
          match: { any: [{ kinds: ['Service'] }] },
          preconditions: { all: [{ key: '{{ request.operation }}', operator: 'Equals', value: 'CREATE' }] },
          validate: {
            message: 'No.',
            anyPattern: [{ spec: { type: 'ClusterIP' } }, { spec: { '=(type)': 'LoadBalancer' } }],
          },
        },
        {
          name: 'deny',
          match: { any: [{ kinds: ['ConfigMap'], names: ['locked-*'], operations: ['DELETE'] }] },
          context: [{ name: 'limit', variable: { value: 3 } }],
          validate: {
            message: 'No.',
            deny: { conditions: { any: [{ key: '{{ limit }}', operator: 'GreaterThan', value: 2 }] } },
          },
        },
        {
          name: 'foreach',
          match: { any: [{ kinds: ['Pod'], selector: { matchLabels: { a: 'b' } } }] },
          validate: {
            message: 'No.',
            foreach: [{ list: 'request.object.spec.containers', pattern: { image: '!*:latest' } }],
          },
        },
        {
          name: 'cel',
          match: { any: [{ kinds: ['apps/Deployment'] }] },
          validate: {
            message: 'No.',
            cel: { expressions: [{ expression: 'object.spec.replicas > 1', message: 'Two at least.' }] },
          },
        },
        {
          name: 'pod-security',
          match: { any: [{ kinds: ['Pod'] }] },
          validate: {
            message: 'No.',
            podSecurity: { level: 'baseline', exclude: [{ controlName: 'Capabilities', images: ['ghcr.io/a/*'] }] },
          },
        },
        {
          name: 'mutate',
          match: { any: [{ kinds: ['ConfigMap'], selector: { matchLabels: { a: 'b' } } }] },
          mutate: { patchStrategicMerge: { metadata: { labels: { '+(team)': 'a' } } } },
        },
        {
          name: 'copy',
          match: { any: [{ kinds: ['Namespace'] }] },
          generate: {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            name: 'ca',
            namespace: '{{ request.object.metadata.name }}',
            clone: { namespace: 'app', name: 'ca' },
          },
        },
        {
          name: 'images',
          match: { any: [{ kinds: ['Pod'] }] },
          verifyImages: {
            imageReferences: ['ghcr.io/owner/*'],
            failureAction: 'Audit',
            attestors: [
              {
                keyless: {
                  subject: 'https://github.com/owner/*',
                  issuer: 'https://token.actions.githubusercontent.com',
                },
              },
              { key: KEY },
            ],
          },
        },
      ],
    });
    new Policy(app, 'users', {
      background: false,
      rules: [
        {
          name: 'users',
          match: { any: [{ kinds: ['ConfigMap'], subjects: [{ kind: 'Group', name: 'guests' }] }] },
          validate: { message: 'No.', deny: { conditions: { any: [{ key: 1, operator: 'Equals', value: 1 }] } } },
        },
      ],
    });
  }),
  'kyverno/classic/cleanup-policy': example(OLD, (app) => {
    const props = {
      match: { any: [{ kinds: ['ConfigMap'] }] },
      schedule: '0 3 * * *',
      conditions: { all: [{ key: '{{ target.metadata.labels.keep }}', operator: 'Equals', value: 'no' }] },
    } as const;
    new ClusterCleanupPolicy(app, 'expired', { ...props, deletionPropagationPolicy: 'Orphan' });
    new CleanupPolicy(app, 'home', props);
  }),
  'kyverno/classic/policy-exception': example(OLD, (app) => {
    const policy = new ClusterPolicy(app, 'tags', {
      rules: [
        {
          name: 'tag',
          match: { any: [{ kinds: ['Pod'] }] },
          validate: { message: 'Say a tag.', pattern: { spec: { containers: [{ image: '*:*' }] } } },
        },
      ],
    });
    new ClassicPolicyException(app, 'old', {
      exceptions: [{ policyName: policy.name, ruleNames: ['tag'] }],
      match: { any: [{ kinds: ['Pod', 'apps/Deployment'], names: ['old*'] }] },
    });
  }),
};
