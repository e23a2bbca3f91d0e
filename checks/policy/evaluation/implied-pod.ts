import { groupKind, type KubeObject } from '../../../fleet/object';
import type { Container, PodSpec, ResourceRequirements } from '../../../imports/k8s';
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
    // Only a StatefulSet says its Pods' names; others get theirs after the policies.
    metadata: {
      ...(kind === 'apps/StatefulSet' ? { name: `${name}-0` } : { generateName: `${name}-` }),
      ...(namespace ? { namespace } : {}),
      ...(labels ? { labels: { ...labels } } : {}),
      ...(annotations ? { annotations: { ...annotations } } : {}),
      ownerReferences: [{ ...owner, name, controller: true }],
    } as unknown as KubeObject['metadata'],
    spec: asPod(template.spec),
  };
}

const LISTS = ['containers', 'initContainers'] as const;

/**
 * What the API server adds to a Pod, and not to a template: limits for requests that are not said, and in the host's network the
 * ports of the host. Source: Kubernetes v1.36, pkg/apis/core/v1/defaults.go: SetDefaults_Pod.
 */
function asPod(spec: PodSpec): object {
  const changed = LISTS.filter((list) => Array.isArray(spec[list])).map((list) => [
    list,
    (spec[list] ?? []).map((container) => ({
      ...container,
      ...requested(container.resources),
      ...(spec.hostNetwork ? onHost(container.ports) : {}),
    })),
  ]);
  return { ...spec, ...Object.fromEntries(changed) };
}

function onHost(ports: Container['ports']): object {
  return ports ? { ports: ports.map((port) => ({ ...port, hostPort: port.hostPort ?? port.containerPort })) } : {};
}

function requested(resources: ResourceRequirements | undefined): object {
  if (!resources?.limits) return {};
  return { resources: { ...resources, requests: { ...resources.limits, ...resources.requests } } };
}
