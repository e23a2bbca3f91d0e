import { groupKind, type KubeObject } from '../../../fleet/object';
import type { Container, ResourceRequirements } from '../../../imports/k8s';
import { podTemplateOf } from '../../pod-specs';

/** The kind that owns the Pods, where it is not the object itself. */
const OWNERS: Readonly<Record<string, { readonly apiVersion: string; readonly kind: string }>> = {
  'apps/Deployment': { apiVersion: 'apps/v1', kind: 'ReplicaSet' },
  'batch/CronJob': { apiVersion: 'batch/v1', kind: 'Job' },
};

/** A Pod as a controller makes it from a template; undefined for an object without one, and for a Pod. */
export function impliedPod(object: KubeObject): KubeObject | undefined {
  const kind = groupKind(object.apiVersion, object.kind);
  const template = kind === 'Pod' ? undefined : podTemplateOf(object);
  if (!template) return undefined;
  const { name, namespace } = object.metadata;
  const owner = OWNERS[kind] ?? { apiVersion: object.apiVersion, kind: object.kind };
  const { labels, annotations } = template.metadata ?? {};
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `${name}-pod`,
      ...(namespace ? { namespace } : {}),
      ...(labels ? { labels: { ...labels } } : {}),
      ...(annotations ? { annotations: { ...annotations } } : {}),
      ownerReferences: [{ ...owner, name, controller: true }],
    },
    spec: { ...template.spec, ...withRequests(template.spec.containers, 'containers') },
  };
}

/** The API server takes a limit for a request that is not said. It does so for Pods, and not for templates. */
function withRequests(containers: readonly Container[] | undefined, list: string): object {
  if (!Array.isArray(containers)) return {};
  return { [list]: containers.map((container) => ({ ...container, ...requested(container.resources) })) };
}

function requested(resources: ResourceRequirements | undefined): object {
  if (!resources?.limits) return {};
  return { resources: { ...resources, requests: { ...resources.limits, ...resources.requests } } };
}
