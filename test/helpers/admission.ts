import type { Admission } from '../../checks/policy/evaluation/admission';
import type { KubeObject } from '../../fleet/object';

/** An object that is created in a cluster that knows these Namespaces. */
export function admission(object: object, namespaces: readonly KubeObject[] = []): Admission {
  const cluster = {
    namespace: (name: string) => namespaces.find(({ metadata }) => metadata.name === name),
  };
  return { object: object as KubeObject, cluster };
}

/** A Namespace with labels. */
export const namespace = (name: string, labels: Record<string, string> = {}): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels },
});

/** A Pod of one container. */
export const pod = (container: object = {}, spec: object = {}, metadata: object = {}): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'pod', namespace: 'app', ...metadata },
  spec: { containers: [{ name: 'main', image: 'ghcr.io/owner/app:1.2', ...container }], ...spec },
});

/** A Deployment of such Pods. */
export const deployment = (container: object = {}): KubeObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'deployment', namespace: 'app' },
  spec: {
    template: { metadata: { labels: {} }, spec: { containers: [{ name: 'main', image: 'app:1', ...container }] } },
  },
});
