import { MutatingAdmissionPolicy } from '../../../constructs/admission/mutating-admission-policy';
import {
  ValidatingAdmissionPolicy,
  ValidatingAdmissionPolicyBinding,
} from '../../../constructs/admission/validating-admission-policy';
import { AppProject } from '../../../constructs/argocd/app-project';
import { Constraint } from '../../../constructs/gatekeeper/constraint';
import { ConstraintTemplate } from '../../../constructs/gatekeeper/constraint-template';
import { Gatekeeper } from '../../../constructs/gatekeeper/gatekeeper';
import { ConfigMap } from '../../../constructs/kubernetes/config-map';
import type { Cluster } from '../../../fleet/cluster';
import type { Example } from './example';

const gatekeeper = (cluster: Cluster) =>
  new Gatekeeper(cluster, { project: new AppProject(cluster, 'gatekeeper', { description: 'Gatekeeper' }) });

const TEMPLATE = {
  parameters: {
    labels: { type: 'array', items: { type: 'string' } },
    mode: { type: 'string', enum: ['any', 'all'] },
    most: { type: 'integer', maximum: 5 },
  },
  validations: [
    {
      expression: `variables.params.labels.all(key, key in object.metadata.?labels.orValue({}))`,
      message: 'A label is missing.',
    },
  ],
} as const;

/** Policies of the API server, and Gatekeeper's. */
export const admissionExamples: Readonly<Record<string, Example>> = {
  'admission/validating-admission-policy': {
    make: (app) => {
      new ConfigMap(app, 'limits', { data: { most: '3' } });
      const policy = new ValidatingAdmissionPolicy(app, 'replicas', {
        match: { kinds: ['apps/Deployment'], namespaceSelector: { matchLabels: { team: 'a' } } },
        matchConditions: [{ name: 'written', expression: 'has(object.spec.replicas)' }],
        variables: [{ name: 'most', expression: 'int(params.data.most)' }],
        paramKind: { apiVersion: 'v1', kind: 'ConfigMap' },
        validations: [{ expression: 'object.spec.replicas <= variables.most', message: 'Too many.' }],
      });
      policy.bind('replicas', {
        validationActions: ['Deny', 'Audit'],
        paramRef: { name: 'limits', namespace: 'app', parameterNotFoundAction: 'Deny' },
      });
      new ValidatingAdmissionPolicyBinding(app, 'warned', {
        policy,
        validationActions: ['Warn'],
        matchResources: { kinds: ['apps/Deployment'], objectSelector: { matchLabels: { a: 'b' } } },
        paramRef: { name: 'limits', namespace: 'app', parameterNotFoundAction: 'Allow' },
      });
    },
  },
  'admission/mutating-admission-policy': {
    facts: { kubernetes: '1.36' },
    make: (app) =>
      void new MutatingAdmissionPolicy(app, 'labels', {
        match: { kinds: ['Service'] },
        matchConditions: [{ name: 'named', expression: `object.metadata.name == 'a'` }],
        mutations: [{ applyConfiguration: `Object{metadata: Object.metadata{labels: {'team': 'a'}}}` }],
        binding: { matchResources: { kinds: ['Service'], namespaceSelector: { matchLabels: { team: 'a' } } } },
      }),
  },
  'gatekeeper/gatekeeper': {
    make: (_, cluster) =>
      void new Gatekeeper(cluster, {
        project: new AppProject(cluster, 'gatekeeper', { description: 'Gatekeeper' }),
        auditInterval: 300,
        failurePolicy: 'Fail',
      }),
  },
  'gatekeeper/constraint-template': {
    make: (app, cluster) => {
      gatekeeper(cluster);
      const rego = 'package a\nviolation[{"msg": "No."}] { input.review.object.metadata.name == "no" }\n';
      new ConstraintTemplate(app, 'K8sNoNo', { rego });
      new ConstraintTemplate(app, 'K8sLabels', TEMPLATE);
    },
  },
  'gatekeeper/constraint': {
    make: (app, cluster) => {
      gatekeeper(cluster);
      const template = new ConstraintTemplate(app, 'K8sLabels', TEMPLATE);
      template.constrain('deployments', {
        match: { kinds: ['apps/Deployment'], excludedNamespaces: ['kube-*'] },
        parameters: { labels: ['team'], mode: 'all', most: 3 },
        enforcementAction: 'warn',
      });
      new Constraint(app, 'services', {
        template,
        match: { kinds: ['Service'], labelSelector: { matchLabels: { a: 'b' } } },
        parameters: { labels: ['team'], mode: 'any', most: 1 },
      });
    },
  },
};
