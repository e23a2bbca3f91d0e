import { groupKind, type KubeObject } from '../../../fleet/object';
import { type Fields, isMap } from '../../fields';
import { POD_TEMPLATES } from '../../pod-specs';

/** What the API server says where nothing is said, before any policy sees an object. Source: Kubernetes v1.36, pkg/apis/…/defaults.go. */
const SPEC: Readonly<Record<string, Fields>> = {
  'apps/Deployment': { replicas: 1, revisionHistoryLimit: 10, progressDeadlineSeconds: 600 },
  'apps/StatefulSet': { replicas: 1, podManagementPolicy: 'OrderedReady', revisionHistoryLimit: 10 },
  'apps/DaemonSet': { revisionHistoryLimit: 10 },
  'batch/Job': { completions: 1, parallelism: 1, backoffLimit: 6, completionMode: 'NonIndexed', suspend: false },
  'batch/CronJob': {
    concurrencyPolicy: 'Allow',
    suspend: false,
    successfulJobsHistoryLimit: 3,
    failedJobsHistoryLimit: 1,
  },
  Service: { type: 'ClusterIP', sessionAffinity: 'None', internalTrafficPolicy: 'Cluster' },
  PersistentVolumeClaim: { volumeMode: 'Filesystem' },
};

const POD: Fields = {
  restartPolicy: 'Always',
  dnsPolicy: 'ClusterFirst',
  schedulerName: 'default-scheduler',
  terminationGracePeriodSeconds: 30,
  securityContext: {},
};
const LISTS = ['containers', 'initContainers'];

/** An object as policies see it: with the API server's defaults, and metadata in its Pods' template. */
export function admitted(object: KubeObject): KubeObject {
  const kind = groupKind(object.apiVersion, object.kind);
  const defaults = SPEC[kind];
  const path = kind === 'Pod' ? '' : POD_TEMPLATES[kind];
  const spec = object['spec'];
  if ((defaults === undefined && path === undefined) || !isMap(spec)) return object;
  const own = { ...object, spec: { ...defaults, ...spec } };
  if (path === undefined) return own.kind === 'Service' ? withProtocols(own) : own;
  return changeAt(own, path === '' ? [] : path.split('.'), template) as KubeObject;
}

/** Changes what stands at a path; where there is nothing, there is nothing to change. */
function changeAt(value: unknown, path: readonly string[], change: (value: Fields) => Fields): unknown {
  if (!isMap(value)) return value;
  const [key, ...rest] = path;
  return key === undefined ? change(value) : { ...value, [key]: changeAt(value[key], rest, change) };
}

/** A Pod, or the template of one. */
function template(pod: Fields): Fields {
  if (!isMap(pod['spec'])) return pod;
  const spec: Record<string, unknown> = { ...POD, ...pod['spec'] };
  for (const list of LISTS) if (Array.isArray(spec[list])) spec[list] = spec[list].map(container);
  return { ...pod, metadata: pod['metadata'] ?? {}, spec };
}

function container(value: unknown): unknown {
  if (!isMap(value)) return value;
  const image = String(value['image'] ?? '');
  // What has a digest, or a tag that does not move, is taken where it is.
  const isLatest = !image.includes('@') && !/:[^/:]+$/.test(image);
  const imagePullPolicy = isLatest || image.endsWith(':latest') ? 'Always' : 'IfNotPresent';
  const ports = value['ports'];
  return {
    imagePullPolicy,
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    resources: {},
    ...value,
    ...(Array.isArray(ports) ? { ports: ports.map(withProtocol) } : {}),
  };
}

const withProtocol = (port: unknown) => (isMap(port) ? { protocol: 'TCP', ...port } : port);

function withProtocols(service: KubeObject): KubeObject {
  const { ports, ...spec } = service['spec'] as Fields;
  return { ...service, spec: { ...spec, ...(Array.isArray(ports) ? { ports: ports.map(withProtocol) } : {}) } };
}
