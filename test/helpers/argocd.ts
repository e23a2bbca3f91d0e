import { ApiObject } from 'cdk8s';
import type { Fill } from './rule';

const IN_ARGO_CD = { namespace: 'argocd' };

/** An object of Argo CD in its namespace, as somebody would write it without a construct. */
export const argo =
  (kind: string, name: string, spec: object, metadata: object = {}): Fill =>
  (app) => {
    new ApiObject(app, `${kind}-${name}`, {
      apiVersion: 'argoproj.io/v1alpha1',
      kind,
      metadata: { name, ...IN_ARGO_CD, ...metadata },
      spec,
    });
  };

/** An AppProject `team` that permits all. */
export const project = (spec: object = {}, metadata: object = {}): Fill =>
  argo(
    'AppProject',
    'team',
    { sourceRepos: ['*'], destinations: [{ server: '*', namespace: '*' }], ...spec },
    metadata,
  );

/** An Application of the project `team`. */
export const application = (spec: object = {}, metadata: object = {}): Fill =>
  argo(
    'Application',
    'shop',
    {
      project: 'team',
      source: { repoURL: 'https://github.com/example/shop', path: 'k8s', targetRevision: 'main' },
      destination: { server: 'https://kubernetes.default.svc', namespace: 'app' },
      ...spec,
    },
    metadata,
  );

/** A Secret by which Argo CD knows a cluster or a repository. */
export const known =
  (type: string, stringData: Record<string, string>): Fill =>
  (app) => {
    new ApiObject(app, `known-${type}`, {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: type, ...IN_ARGO_CD, labels: { 'argocd.argoproj.io/secret-type': type } },
      stringData,
    });
    app.allow('secrets/plaintext', 'A test.');
  };
